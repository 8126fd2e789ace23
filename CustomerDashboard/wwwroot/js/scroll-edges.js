// What is wider than its frame fades out at the edge beyond which it goes on, and can be scrolled with the keyboard.
const frames = '.table-frame, .chart-scroll, .rz-data-grid-data, .tabs, .scroll-x';
const seen = new WeakSet();

function mark(frame) {
  const beyond = frame.scrollWidth - frame.clientWidth;
  const left = Math.abs(frame.scrollLeft);
  const edges = beyond < 2 ? '' : `${left > 1 ? 'start ' : ''}${left < beyond - 1 ? 'end' : ''}`.trim();
  if (edges) {
    if (frame.dataset.beyond !== edges) frame.dataset.beyond = edges;
    if (!frame.hasAttribute('tabindex')) frame.tabIndex = 0;
  } else if (frame.dataset.beyond !== undefined) {
    delete frame.dataset.beyond;
  }
}

const sizes = new ResizeObserver(entries => {
  for (const entry of entries) mark(entry.target.closest(frames) ?? entry.target);
});

let waiting = false;
function look() {
  waiting = false;
  for (const frame of document.querySelectorAll(frames)) {
    if (!seen.has(frame)) {
      seen.add(frame);
      sizes.observe(frame);
      // What is in the frame grows and shrinks by itself.
      for (const child of frame.children) sizes.observe(child);
    }
    mark(frame);
  }
}

new MutationObserver(() => {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(look);
}).observe(document.body, { childList: true, subtree: true });

// Scrolling does not bubble, but it can be caught on its way down.
document.addEventListener('scroll', event => {
  if (event.target instanceof Element && seen.has(event.target)) mark(event.target);
}, { capture: true, passive: true });
