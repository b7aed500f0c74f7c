"""The closed word lists of the records.

The values are what people type in the YAML. Each list also takes the Dutch words
that staff would try first; both mean the same.
"""

from enum import StrEnum


class Vocabulary(StrEnum):
    """A closed list of words; `aliases` holds other spellings that mean a member."""

    @classmethod
    def aliases(cls) -> dict[str, str]:
        return {}


class Function(Vocabulary):
    """The four functions of De Stek (SAAMO, eindrapport 2022, p. 8-10)."""

    MEET = "ontmoeten"
    LEARN = "leren"
    REFER = "verwijzen"
    SPEAK_UP = "politiseren"

    @classmethod
    def aliases(cls) -> dict[str, str]:
        return {"meet": "ontmoeten", "learn": "leren", "refer": "verwijzen", "speak up": "politiseren"}


class OfferKind(Vocabulary):
    """What an offer is (schema.org: Event, Service, Festival)."""

    ACTIVITY = "activity"
    SERVICE = "service"
    FEAST = "feast"

    @classmethod
    def aliases(cls) -> dict[str, str]:
        return {"activiteit": "activity", "dienst": "service", "feest": "feast"}


class Status(Vocabulary):
    PLANNED = "planned"
    RUNNING = "running"
    PAUSED = "paused"
    ENDED = "ended"

    @classmethod
    def aliases(cls) -> dict[str, str]:
        return {
            "gepland": "planned",
            "loopt": "running",
            "gepauzeerd": "paused",
            "pauze": "paused",
            "gestopt": "ended",
            "beëindigd": "ended",
        }


class Audience(Vocabulary):
    EVERYONE = "everyone"
    FAMILIES = "families"
    PARENTS = "parents"
    CHILDREN = "children"
    YOUNG_PEOPLE = "young people"
    ADULTS = "adults"
    OLDER_PEOPLE = "older people"
    WOMEN = "women"
    NEWCOMERS = "newcomers"
    LOW_INCOME = "low income"
    VOLUNTEERS = "volunteers"
    WORKERS = "workers"

    @classmethod
    def aliases(cls) -> dict[str, str]:
        return {
            "iedereen": "everyone",
            "gezinnen": "families",
            "ouders": "parents",
            "kinderen": "children",
            "jongeren": "young people",
            "volwassenen": "adults",
            "ouderen": "older people",
            "senioren": "older people",
            "vrouwen": "women",
            "nieuwkomers": "newcomers",
            "laag inkomen": "low income",
            "vrijwilligers": "volunteers",
            "werkers": "workers",
        }


class Access(Vocabulary):
    """What makes a place or an offer easy to use (HSDS: accessibility)."""

    WHEELCHAIR = "wheelchair"
    PRAM = "pram"
    LIFT = "lift"
    TOILET = "toilet"
    ACCESSIBLE_TOILET = "accessible toilet"
    QUIET = "quiet"
    CHILDCARE = "childcare"
    CHILDREN_WELCOME = "children welcome"
    PARKING = "parking"
    BICYCLE_PARKING = "bicycle parking"

    @classmethod
    def aliases(cls) -> dict[str, str]:
        return {
            "rolstoel": "wheelchair",
            "kinderwagen": "pram",
            "toegankelijk toilet": "accessible toilet",
            "prikkelarm": "quiet",
            "kinderopvang": "childcare",
            "kinderen welkom": "children welcome",
            "parkeren": "parking",
            "fietsenstalling": "bicycle parking",
        }


class SignupNeed(Vocabulary):
    NONE = "none"
    RECOMMENDED = "recommended"
    REQUIRED = "required"

    @classmethod
    def aliases(cls) -> dict[str, str]:
        return {
            "geen": "none",
            "niet nodig": "none",
            "aanbevolen": "recommended",
            "verplicht": "required",
            "nodig": "required",
        }


class Document(Vocabulary):
    """Papers that people may be asked for (HSDS: required_document)."""

    IDENTITY_CARD = "identity card"
    RESIDENCE_PERMIT = "residence permit"
    PROOF_OF_INCOME = "proof of income"
    FAMILY_COMPOSITION = "family composition"
    HEALTH_FUND_STICKER = "health fund sticker"
    RENTAL_CONTRACT = "rental contract"
    LETTER = "letter"
    BANK_STATEMENT = "bank statement"

    @classmethod
    def aliases(cls) -> dict[str, str]:
        return {
            "identiteitskaart": "identity card",
            "id-kaart": "identity card",
            "eid": "identity card",
            "verblijfsdocument": "residence permit",
            "verblijfskaart": "residence permit",
            "bewijs van inkomen": "proof of income",
            "loonfiche": "proof of income",
            "attest gezinssamenstelling": "family composition",
            "attest van gezinssamenstelling": "family composition",
            "gezinssamenstelling": "family composition",
            "klevertje van het ziekenfonds": "health fund sticker",
            "klevertje van de mutualiteit": "health fund sticker",
            "klevertje ziekenfonds": "health fund sticker",
            "klevertje mutualiteit": "health fund sticker",
            "klevertje": "health fund sticker",
            "kleefbriefje": "health fund sticker",
            "huurcontract": "rental contract",
            "brief": "letter",
            "factuur": "letter",
            "brief of factuur": "letter",
            "rekeninguittreksel": "bank statement",
        }


class OrganisationKind(Vocabulary):
    PUBLIC_SERVICE = "public service"
    ASSOCIATION = "association"
    EDUCATION = "education"
    CULTURE = "culture"
    CARE = "care"
    HOUSING = "housing"
    WORK = "work"
    PROJECT = "project"

    @classmethod
    def aliases(cls) -> dict[str, str]:
        return {
            "openbare dienst": "public service",
            "vereniging": "association",
            "onderwijs": "education",
            "cultuur": "culture",
            "zorg": "care",
            "wonen": "housing",
            "werk": "work",
        }


class Weekday(Vocabulary):
    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"

    @classmethod
    def aliases(cls) -> dict[str, str]:
        dutch = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
        return dict(zip(dutch, (day.value for day in cls), strict=True))

    @property
    def number(self) -> int:
        """0 for Monday to 6 for Sunday, as `datetime.date.weekday` counts."""
        return _DAY_NUMBERS[self]


# Schedules ask for it hundreds of thousands of times.
_DAY_NUMBERS = {day: number for number, day in enumerate(Weekday)}


class BrochureOrder(Vocabulary):
    """What the offers in the brochure are put together by."""

    FUNCTION = "function"
    DAY = "day"

    @classmethod
    def aliases(cls) -> dict[str, str]:
        return {"functie": "function", "dag": "day", "functions": "function", "days": "day"}


class DayPart(Vocabulary):
    """For when only the part of the day is known ("donderdagvoormiddag")."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"

    @classmethod
    def aliases(cls) -> dict[str, str]:
        return {"voormiddag": "morning", "namiddag": "afternoon", "avond": "evening"}


class Closure(Vocabulary):
    """Periods in which a repeating offer does not take place."""

    SCHOOL_HOLIDAYS = "school holidays"
    PUBLIC_HOLIDAYS = "public holidays"

    @classmethod
    def aliases(cls) -> dict[str, str]:
        return {"schoolvakanties": "school holidays", "feestdagen": "public holidays"}


class GitHost(Vocabulary):
    """Where the files of the neighbourhood are kept, for the form of /beheer/."""

    GITHUB = "github"
    GITLAB = "gitlab"
    GITEA = "gitea"
    FORGEJO = "forgejo"

    @classmethod
    def aliases(cls) -> dict[str, str]:
        return {"codeberg": "forgejo"}


class Tariff(Vocabulary):
    """Reduced tariffs for people with a low income."""

    UITPAS = "UiTPAS"
    MIA = "MIA"

    @classmethod
    def aliases(cls) -> dict[str, str]:
        return {"uitpas": "UiTPAS", "mia": "MIA", "mia-tarief": "MIA", "kansentarief": "UiTPAS"}
