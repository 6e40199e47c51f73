import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react';

interface ScrollRegionProps {
  readonly label: string;
  readonly className?: string | undefined;
  /** For a caller that scrolls or measures the region itself. */
  readonly box?: RefObject<HTMLDivElement | null>;
  readonly children: ReactNode;
}

/** A region that can be scrolled by keyboard, and is a tab stop only while there is something to scroll. */
export function ScrollRegion({ label, className = 'scroll-x', box, children }: ScrollRegionProps) {
  const own = useRef<HTMLDivElement>(null);
  const region = box ?? own;
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const element = region.current;
    if (element === null) return undefined;
    const watch = new ResizeObserver(() =>
      setScrolls(element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight),
    );
    watch.observe(element);
    for (const child of element.children) watch.observe(child);
    return () => watch.disconnect();
  }, [region]);
  return (
    <div
      ref={region}
      className={className}
      {...(scrolls ? { tabIndex: 0, role: 'group', 'aria-label': label } : {})}
    >
      {children}
    </div>
  );
}
