// For use inside a character class.

/** The bullets that Markdown does not have. */
export const BULLETS = '•●○▪▫◦‣·';
/** Squares, stars and other figures, which stand before headlines. */
export const FIGURES = '■□◆◇◼▼▽▲△◎★☆❖';
/** Pointers, which stand before headlines and items. */
export const POINTERS = '➤►▸▹▻❯⮞';
