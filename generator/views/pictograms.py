"""The pictograms of words from closed lists: who comes, and what makes it easy to come."""

from generator.model.vocabulary import Access, Audience, Vocabulary

PICTOGRAMS: dict[Vocabulary, str] = {
    Audience.EVERYONE: "account-group",
    Audience.FAMILIES: "human-male-female-child",
    Audience.PARENTS: "human-male-child",
    Audience.CHILDREN: "human-child",
    Audience.YOUNG_PEOPLE: "account-school",
    Audience.ADULTS: "account",
    Audience.OLDER_PEOPLE: "human-cane",
    Audience.WOMEN: "human-female",
    Audience.NEWCOMERS: "bag-suitcase",
    Audience.LOW_INCOME: "hand-coin",
    Audience.VOLUNTEERS: "hand-heart",
    Audience.WORKERS: "bag-personal",
    Access.WHEELCHAIR: "wheelchair-accessibility",
    Access.PRAM: "baby-carriage",
    Access.LIFT: "elevator-passenger",
    Access.TOILET: "human-male-female",
    Access.ACCESSIBLE_TOILET: "human-wheelchair",
    Access.QUIET: "volume-low",
    Access.CHILDCARE: "teddy-bear",
    Access.CHILDREN_WELCOME: "human-male-child",
    Access.PARKING: "parking",
    Access.BICYCLE_PARKING: "bicycle",
}
"""Word -> name of a bundled Material icon."""
