"""Map data that is damaged is named; data that is missing is passed over."""

import pytest

from generator.cartography import MapDataError, read_geodata
from tests.cartography.samples import FILES, layer


def test_layers_are_read_by_their_names_and_other_files_passed_over() -> None:
    geodata = read_geodata({**FILES, "notes.geojson": b"?", "LICENSE.txt": b"?"})
    assert set(geodata.layers) == {name.removesuffix(".geojson") for name in FILES}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[]",
        b'{"type": "FeatureCollection"}',
        b'{"features": [null]}',
        b'{"features": [{"geometry": null}]}',
        b'{"features": [{"geometry": {"type": "Dodecahedron", "coordinates": []}}]}',
        b'{"features": [{"geometry": {"type": "LineString", "coordinates": [[3.3, 50.8]]}}]}',
        b'{"features": [{"geometry": {"type": "Point", "coordinates": ["x", "y"]}}]}',
        b'{"features": [{"geometry": {"type": "Point", "coordinates": [73000, 170000]}}]}',
        b"[" * 100_000,
        b'{"features": [{"geometry": {"type": "Polygon", "coordinates": ' + b"[" * 500 + b"]" * 500 + b"}}]}",
        layer({"type": "Feature", "properties": 5, "geometry": {"type": "Point", "coordinates": [3, 50]}}),
    ],
)
def test_a_damaged_file_is_named(content: bytes) -> None:
    with pytest.raises(MapDataError) as caught:
        read_geodata({**FILES, "water.geojson": content})
    assert caught.value.file == "water.geojson"
    assert caught.value.reason
