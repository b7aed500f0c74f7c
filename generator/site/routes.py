"""The walk of an offer as a GPX 1.1 file: for a walking app, or a GPS."""

from gpxpy.gpx import GPX, GPXTrack, GPXTrackPoint, GPXTrackSegment, GPXWaypoint

from generator.site.addresses import absolute, language_folder
from generator.site.shapes import SiteInput
from generator.views.shapes import OfferView
from generator.views.walking_shapes import RouteView, StopView

FILE = "route.gpx"


def render_routes(site: SiteInput) -> dict[str, str]:
    """Path ("aanbod/wandeling/route.gpx") -> GPX, in the folder of each language."""
    files = {}
    for language, guide in site.guides.items():
        folder = language_folder(language, site.first_language)
        for offer in guide.offers:
            if offer.route:
                address = absolute(site.site_url, folder + offer.href)
                files[f"{folder}{offer.href}{FILE}"] = _gpx(offer, offer.route, address)
    return files


def _gpx(offer: OfferView, route: RouteView, address: str) -> str:
    """The way as one track, a segment for each leg, and the stops as waypoints."""
    gpx = GPX()
    gpx.creator = "Stekwijzer"
    gpx.name = offer.name.text
    gpx.description = offer.summary.text
    gpx.link = address
    gpx.copyright_author = "OpenStreetMap"
    gpx.copyright_license = "https://www.openstreetmap.org/copyright"
    # Of a loop the last stop is the first one again.
    gpx.waypoints = [_waypoint(stop) for stop in (route.stops[:-1] if route.loop else route.stops)]
    track = GPXTrack(name=offer.name.text)
    for stop in route.stops:
        if stop.leg:
            track.segments.append(GPXTrackSegment([GPXTrackPoint(lat, lon) for lat, lon in stop.leg.track]))
    gpx.tracks = [track]
    return gpx.to_xml(version="1.1")


def _waypoint(stop: StopView) -> GPXWaypoint:
    name = f"{stop.number}. {stop.place.text}"
    description = "\n".join(part for part in (stop.address, str(stop.summary or "")) if part)
    return GPXWaypoint(stop.lat, stop.lon, name=name, description=description or None)
