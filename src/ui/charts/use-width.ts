import { useEffect, useRef, useState, type RefObject } from 'react';

const UNTIL_MEASURED = 640;

/** The width a chart may use, in pixels: text keeps its size however narrow the window is. */
export function useWidth(): { readonly box: RefObject<HTMLDivElement | null>; readonly width: number } {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(UNTIL_MEASURED);
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const watch = new ResizeObserver(() => {
      if (element.clientWidth > 0) setWidth(element.clientWidth);
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  return { box, width };
}
