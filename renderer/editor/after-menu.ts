/**
 * Runs `action` when no menu is open any more and its focus is back on its button: what moves the focus to the page or
 * opens a panel there would lose it again before that.
 */
export function afterMenu(action: () => void): void {
  let framesLeft = 60;
  let framesWithoutMenu = 0;
  const wait = () => {
    framesLeft -= 1;
    const isOpen = document.querySelector('[role="menu"]') !== null;
    framesWithoutMenu = isOpen ? 0 : framesWithoutMenu + 1;
    if (framesWithoutMenu > 2 || framesLeft === 0) action();
    else requestAnimationFrame(wait);
  };
  wait();
}
