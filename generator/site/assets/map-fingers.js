// One finger moves the map, two zoom it; with a mouse the wheel zooms while Ctrl is held, and a double click.
const A_DRAG = 6; // pixels; less is a tap

export function listenToFingers(box, svg, { stop, show, go, zoomed, moved }) {
  const fingers = new Map();
  let travelled = 0;
  const place = (event) => {
    const at = svg.getBoundingClientRect();
    return [event.clientX - at.left, event.clientY - at.top];
  };

  svg.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    stop();
    show(zoomed(Math.exp(-event.deltaY / 150), ...place(event)));
  }, { passive: false });

  svg.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    stop();
    if (!fingers.size) travelled = 0;
    fingers.set(event.pointerId, place(event));
  });
  svg.addEventListener("pointermove", (event) => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    const now = place(event);
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
    travelled += Math.hypot(now[0] - before[0], now[1] - before[1]);
    if (travelled < A_DRAG) return;
    fingers.set(event.pointerId, now);
    svg.setPointerCapture(event.pointerId);
    box.classList.add("is-grabbed");
    if (other) {
      const apart = (a) => Math.hypot(a[0] - other[0], a[1] - other[1]) || 1;
      show(zoomed(apart(now) / apart(before), (now[0] + other[0]) / 2, (now[1] + other[1]) / 2));
      show(moved((now[0] - before[0]) / 2, (now[1] - before[1]) / 2));
    } else show(moved(now[0] - before[0], now[1] - before[1]));
  });
  for (const end of ["pointerup", "pointercancel"]) svg.addEventListener(end, (event) => {
    fingers.delete(event.pointerId);
    box.classList.remove("is-grabbed");
  });
  // Who drags the map by a pin does not want to go to its place.
  svg.addEventListener("click", (event) => {
    if (travelled >= A_DRAG) event.preventDefault();
    travelled = 0;
  }, true);
  svg.addEventListener("dragstart", (event) => event.preventDefault());
  svg.addEventListener("dblclick", (event) => {
    if (!event.target.closest("a")) go(zoomed(2, ...place(event)));
  });
}
