"""What became of a link, in words."""

from generator.model.outside_links import LinkState
from generator.wording.words import Words


def link_trouble(words: Words, state: LinkState) -> str:
    """Why a link does not work; what it answers if that is all there is to say."""
    _ = words.gettext
    if state.trouble:
        return {
            "timeout": _("gives no answer in time"),
            "name": _("this website does not exist (any more)"),
            "refused": _("the website lets nobody in"),
            "secure": _("the connection is not safe: the certificate is wrong"),
            "loop": _("keeps sending on, without end"),
        }.get(state.trouble, _("gives no answer"))
    if state.status in (404, 410):
        return _("this page does not exist (any more) ({status})").format(status=state.status)
    if state.status >= 500:
        return _("the website is out of order ({status})").format(status=state.status)
    return _("answers {status}").format(status=state.status)
