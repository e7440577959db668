import type { Language } from '../core/bridge.ts';

/** Everything the desktop shell says by itself; what the page says is in `renderer/strings`. */
export interface ShellStrings {
  title: string;
  link: { question: string; open: string; cancel: string };
  hung: { message: string; detail: string; wait: string; close: string };
  saving: { message: string; detail: string; wait: string; close: string };
  crashed: { message: string; detail: string; reload: string; close: string };
  failed: {
    title: string;
    quit: string;
    byCode: Record<string, (library: string) => string>;
    other: string;
  };
  edit: Record<
    'undo' | 'redo' | 'cut' | 'copy' | 'paste' | 'pastePlain' | 'selectAll' | 'noSuggestion',
    string
  >;
  linkMenu: { open: string; copy: string };
  menu: Record<
    | 'about'
    | 'services'
    | 'hide'
    | 'hideOthers'
    | 'showAll'
    | 'quit'
    | 'edit'
    | 'view'
    | 'window'
    | 'zoomIn'
    | 'zoomOut'
    | 'zoomReset'
    | 'fullScreen'
    | 'close'
    | 'minimize',
    string
  >;
}

const arabic: ShellStrings = {
  title: 'محرّر',
  link: { question: 'أتفتح هذا الرابط في المتصفّح؟', open: 'افتحه', cancel: 'لا تفتحه' },
  hung: {
    message: 'النافذة لا تستجيب',
    detail: 'كلّ ما ظهر أنّه محفوظ محفوظٌ على القرص. يمكنك أن تنتظر قليلًا أو أن تغلق النافذة الآن.',
    wait: 'أنتظر',
    close: 'أغلق النافذة',
  },
  saving: {
    message: 'لم ينتهِ الحفظ بعد',
    detail: 'إن أغلقت النافذة الآن فقد يضيع آخر ما كتبته، أمّا ما حُفظ قبله فباقٍ.',
    wait: 'أنتظر',
    close: 'أغلق دون حفظ',
  },
  crashed: {
    message: 'توقّفت الصفحة عن العمل',
    detail: 'كلّ ما حُفظ باقٍ في المكتبة.',
    reload: 'افتحها من جديد',
    close: 'أغلق النافذة',
  },
  failed: {
    title: 'تعذّر فتح المكتبة',
    quit: 'إغلاق',
    byCode: {
      LIBRARY_IN_USE: (library) =>
        `المكتبة مفتوحة في برنامج آخر. أغلق النافذة الأخرى أو أوقف الأمر الذي يستعملها ثم أعد المحاولة.\n${library}`,
      LIBRARY_NEWER: (library) =>
        `حُفظت هذه المكتبة بإصدار أحدث من محرّر ولم يُغيَّر فيها شيء. حدّث البرنامج ثم افتحها.\n${library}`,
      LIBRARY_DAMAGED: (library) =>
        `ملف المكتبة تالف أو ليس مكتبة لمحرّر، ولم يُغيَّر فيه شيء. استرجع نسخة احتياطية منه أو افتح مكتبة أخرى.\n${library}`,
    },
    other: 'لم يستطع البرنامج فتح المكتبة. لم يُغيَّر فيها شيء.',
  },
  edit: {
    undo: 'تراجع',
    redo: 'أعد',
    cut: 'قصّ',
    copy: 'نسخ',
    paste: 'لصق',
    pastePlain: 'لصق نصًّا بلا تنسيق',
    selectAll: 'تحديد الكلّ',
    noSuggestion: 'لا اقتراح',
  },
  linkMenu: { open: 'افتح الرابط…', copy: 'انسخ عنوان الرابط' },
  menu: {
    about: 'عن محرّر',
    services: 'الخدمات',
    hide: 'إخفاء محرّر',
    hideOthers: 'إخفاء غيره',
    showAll: 'إظهار الكلّ',
    quit: 'إنهاء محرّر',
    edit: 'تحرير',
    view: 'عرض',
    window: 'نافذة',
    zoomIn: 'تكبير',
    zoomOut: 'تصغير',
    zoomReset: 'الحجم الأصلي',
    fullScreen: 'ملء الشاشة',
    close: 'إغلاق النافذة',
    minimize: 'تصغير النافذة',
  },
};

const english: ShellStrings = {
  title: 'Muharrir',
  link: { question: 'Open this link in the browser?', open: 'Open it', cancel: 'Do not open' },
  hung: {
    message: 'The window does not respond',
    detail: 'Everything shown as saved is on disk. You can wait a little or close the window now.',
    wait: 'Wait',
    close: 'Close the window',
  },
  saving: {
    message: 'Saving is not finished yet',
    detail:
      'If you close the window now, the last words typed may be lost; what was saved before stays.',
    wait: 'Wait',
    close: 'Close without saving',
  },
  crashed: {
    message: 'The page stopped working',
    detail: 'Everything that was saved is still in the library.',
    reload: 'Open it again',
    close: 'Close the window',
  },
  failed: {
    title: 'The library could not be opened',
    quit: 'Close',
    byCode: {
      LIBRARY_IN_USE: (library) =>
        `The library is open in another program. Close the other window, or stop the command that uses it, and try again.\n${library}`,
      LIBRARY_NEWER: (library) =>
        `This library was saved by a newer version of Muharrir; nothing in it was changed. Update the program, then open it.\n${library}`,
      LIBRARY_DAMAGED: (library) =>
        `The library file is damaged or is not a library of Muharrir; nothing in it was changed. Put a backup in its place or open another library.\n${library}`,
    },
    other: 'The program could not open the library. Nothing in it was changed.',
  },
  edit: {
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    pastePlain: 'Paste as plain text',
    selectAll: 'Select all',
    noSuggestion: 'No suggestion',
  },
  linkMenu: { open: 'Open link…', copy: 'Copy link address' },
  menu: {
    about: 'About Muharrir',
    services: 'Services',
    hide: 'Hide Muharrir',
    hideOthers: 'Hide others',
    showAll: 'Show all',
    quit: 'Quit Muharrir',
    edit: 'Edit',
    view: 'View',
    window: 'Window',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    zoomReset: 'Actual size',
    fullScreen: 'Full screen',
    close: 'Close window',
    minimize: 'Minimize',
  },
};

export function shellStrings(language: Language): ShellStrings {
  return language === 'ar' ? arabic : english;
}
