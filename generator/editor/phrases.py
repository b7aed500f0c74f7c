"""What the form says: our own words, and Decap's where those speak of publishing or are too stiff."""

from collections.abc import Mapping

from generator.wording.words import Words


def own_words(words: Words) -> dict[str, str]:
    """What our scripts say when something cannot be saved; they fill in the names between braces."""
    _ = words.gettext
    return {
        "broken": _("In {file} there is a mistake at line {line}. Mend that first."),
        "conflict": _("Somebody else changed this in the meantime: {fields}. Load the page again."),
        "keep": _("Records are never thrown away. Set the status to ended."),
        "missing": _("Fill this in too: {fields}"),
        "taken": _("There is a record {id} already. Choose another name."),
        "unknown": _("There is no record {id} any more. Load the page again."),
        "unread": _("{file} cannot be read now. Try again in a while."),
        "unsafe": _("This cannot be saved without changing something else. Change it in the file itself."),
    }


def decap_phrases(words: Words) -> Mapping[str, str]:
    """Place in Decap's own catalogue -> what is said there instead. With us, to publish is to save."""
    _ = words.gettext
    sign_in, save = _("Sign in"), _("Save")
    toolbar, toast = "editor.editorToolbar", "ui.toast"
    return {
        "auth.login": sign_in,
        "auth.loggingIn": _("Signing in..."),
        **{
            f"auth.loginWith{host}": _("Sign in with {host}").format(host=host)
            for host in ("GitHub", "GitLab", "Gitea", "Forgejo")
        },
        "collection.sidebar.collections": _("The guide"),
        # Decap puts the kind of record in its place.
        "collection.collectionTop.newButton": _("New: {kind}").format(kind="%{collectionLabel}"),
        f"{toolbar}.publish": save,
        f"{toolbar}.publishNow": save,
        f"{toolbar}.publishing": _("Saving..."),
        f"{toolbar}.published": _("Saved"),
        f"{toolbar}.publishAndCreateNew": _("Save, and make a new one"),
        f"{toolbar}.publishAndDuplicate": _("Save, and make a copy"),
        f"{toolbar}.duplicate": _("Make a copy"),
        f"{toolbar}.changesSaved": _("All is saved"),
        f"{toolbar}.unsavedChanges": _("Not yet saved"),
        f"{toolbar}.deployButtonLabel": _("Look at the website"),
        "editor.editor.confirmLoadBackup": _(
            "What you typed here the last time was not saved. Do you want it back?"
        ),
        "editor.editor.onLeavePage": _("Leave without saving?"),
        "editor.editorWidgets.datetime.now": _("Today"),
        "ui.settingsDropdown.logOut": _("Sign out"),
        f"{toast}.onFailToPersist": _("Not saved. {details}").format(details="%{details}"),
        f"{toast}.onFailToLoadEntries": _("Not loaded. {details}").format(details="%{details}"),
        f"{toast}.missingRequiredField": _("Some fields are not filled in yet. They are red."),
        f"{toast}.entrySaved": _("Saved"),
        f"{toast}.entryPublished": _("Saved"),
        f"{toast}.onLoggedOut": _("You are signed out. Copy what you typed, and sign in again."),
    }
