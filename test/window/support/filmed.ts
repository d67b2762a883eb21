import type { Page } from 'playwright-core';

/** An area of the window, in pixels. */
interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Runs an action in a window and returns, for each frame that the browser painted meanwhile, which part of
 * an area was bright: 0 to 1. White text is bright, and so is a page without a background.
 */
export async function brightnessDuring(
  page: Page,
  area: Area,
  action: () => Promise<void>,
): Promise<number[]> {
  const pictures: string[] = [];
  const session = await page.context().newCDPSession(page);
  session.on('Page.screencastFrame', ({ data, sessionId }) => {
    pictures.push(data);
    void session.send('Page.screencastFrameAck', { sessionId });
  });
  await session.send('Page.startScreencast', { format: 'png', everyNthFrame: 1 });
  // The first frame shows what was there before, and may be old.
  await page.waitForTimeout(500);
  pictures.length = 0;
  await action();
  // The last frames are still on their way.
  await page.waitForTimeout(500);
  await session.send('Page.stopScreencast');
  await session.detach();
  return page.evaluate(measure, { pictures, area });
}

/** Runs in the page, because a browser can decode images. */
async function measure({
  pictures,
  area: { x, y, width, height },
}: {
  readonly pictures: readonly string[];
  readonly area: Area;
}): Promise<number[]> {
  const shares: number[] = [];
  for (const picture of pictures) {
    const bytes = Uint8Array.from(atob(picture), (unit) => unit.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(width, height).getContext('2d');
    if (!canvas) throw new Error('There is no canvas.');
    canvas.drawImage(bitmap, -x, -y);
    const { data } = canvas.getImageData(0, 0, width, height);
    let bright = 0;
    for (let i = 0; i < data.length; i += 4)
      if ((data[i] ?? 0) + (data[i + 1] ?? 0) + (data[i + 2] ?? 0) > 600) bright++;
    shares.push(bright / (width * height));
  }
  return shares;
}
