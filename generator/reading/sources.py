"""The files in which people write records, and what they are called."""

from dataclasses import dataclass

FLYERS_FOLDER = "print/flyers"
"""Where the files of partners are."""
FLYERS_FILE = f"{FLYERS_FOLDER}/flyers.yaml"
LEDGER_FILE = "print/ledger.yaml"
REGION_FILE = "region.yaml"
INCLUDED_FOLDER = "content/included"
"""Where the guides of others are kept."""


@dataclass(frozen=True)
class Sources:
    """The files, as raw bytes as they are on disk, and what to call them."""

    offers: bytes
    socialmap: bytes
    flyers: bytes | None = None
    """What partners' files are described in; None where no partner sent any."""
    offers_name: str = "offers.yaml"
    socialmap_name: str = "socialmap.yaml"
    flyers_name: str = FLYERS_FILE
