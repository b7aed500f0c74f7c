"""How people say the school holidays and the public holidays, of which the data has the Dutch names."""

from generator.wording.labels import N_
from generator.wording.words import Words

_HOLIDAYS = {
    "Herfstvakantie": N_("autumn holidays"),
    "Kerstvakantie": N_("Christmas holidays"),
    "Krokusvakantie": N_("spring half-term holidays"),
    "Paasvakantie": N_("Easter holidays"),
    "Zomervakantie": N_("summer holidays"),
    "Allerheiligen": N_("All Saints’ Day"),
    "Dag van de Arbeid": N_("Labour Day"),
    "Hemelvaart": N_("Ascension Day"),
    "Kerstmis": N_("Christmas Day"),
    "Nationale feestdag": N_("Belgian National Day"),
    "Nieuwjaar": N_("New Year’s Day"),
    "Onze-Lieve-Vrouw-Hemelvaart": N_("Assumption Day"),
    "Paasmaandag": N_("Easter Monday"),
    "Pasen": N_("Easter Sunday"),
    "Pinksteren": N_("Pentecost"),
    "Pinkstermaandag": N_("Pentecost Monday"),
    "Wapenstilstand": N_("Armistice Day"),
}


def holiday_name(words: Words, dutch: str) -> str:
    """The holiday in the language of the words; one that we do not know keeps its Dutch name."""
    message = _HOLIDAYS.get(dutch)
    name = words.gettext(message) if message else dutch
    return name[:1].upper() + name[1:]
