// The map of a walk, on the page of its offer.
import { live } from "./map.js";

for (const frame of document.querySelectorAll("[data-map]")) live(frame);
