"""Point by point: which text in the product guards it, and which test fails without that text."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Guard:
    """What is taken away, and who must notice."""

    point: str
    file: str
    text: str
    """Stands in the file exactly once."""
    instead: str
    """What would be written there by somebody who never thought of it."""
    test: str
    """The name of a test as pytest takes it."""

    @property
    def shown(self) -> str:
        """The first line of it, for a table."""
        return self.text.strip().splitlines()[0].replace("|", "\\|")

    def removed_from(self, source: str) -> str:
        """The source without the guard; ValueError if it is no longer there, or more than once."""
        found = source.count(self.text)
        if found != 1:
            raise ValueError(
                f"{self.point}: {self.file} has this text {found} times, not once: {self.text!r}"
            )
        return source.replace(self.text, self.instead)


_PUBLISHING = "generator/project/publishing.py"
_RESULT = "generator/project/result_folder.py"
_SAVING = "generator/project/saving.py"
_ODD = "generator/project/odd_files.py"
_TREE = "generator/reading/tree.py"
_PROJECT_TESTS = "tests/test_project.py"
_SAVING_TESTS = "tests/test_saving.py"
_LIES = "tests/test_any_input.py::test_what_lies_in_the_folder"
_MISTAKES = "tests/reading/test_mistakes.py::test_one_mistake_one_message"

PUBLISHED_WHOLE = (
    Guard(
        "two builds at once",
        _PUBLISHING,
        "fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)",
        "pass",
        f"{_PROJECT_TESTS}::test_one_build_at_a_time",
    ),
    Guard(
        "a link in the place of the lock",
        _PUBLISHING,
        " | os.O_NOFOLLOW",
        "",
        f"{_PROJECT_TESTS}::test_the_lock_is_no_way_out_of_the_folder",
    ),
    Guard(
        "readable whatever the mask",
        _PUBLISHING,
        "mask = os.umask(_READABLE_BY_ALL)",
        "mask = os.umask(0o077)",
        f"{_PROJECT_TESTS}::test_the_new_folder_takes_the_place_of_the_old",
    ),
    Guard(
        "what a killed build left",
        _PUBLISHING,
        "            _tidy(out)\n",
        "",
        f"{_PROJECT_TESTS}::test_what_a_stopped_build_left_is_tidied",
    ),
    Guard(
        "a failed build leaves the old site",
        _PUBLISHING,
        "stage = Path(tempfile.mkdtemp(prefix=_stages(out), dir=out.parent))",
        "(stage := out).mkdir(exist_ok=True)",
        f"{_PROJECT_TESTS}::test_a_failure_leaves_what_was_there",
    ),
    Guard(
        "the folders change places in one step",
        _PUBLISHING,
        "failed = bool(renameat2(",
        "failed = True or bool(renameat2(",
        f"{_PROJECT_TESTS}::test_at_no_moment_there_is_no_site",
    ),
    Guard(
        "no file outside the output",
        _PUBLISHING,
        'if not path.is_relative_to(folder) or ".." in Path(name).parts:',
        "if False:",
        f"{_PROJECT_TESTS}::test_nothing_is_written_outside_the_folder",
    ),
    Guard(
        "a translation or an edition lost on a full disk",
        _SAVING,
        "made.append((beside, path))",
        "made.append((beside, path)), path.write_bytes(data)",
        f"{_SAVING_TESTS}::test_a_full_disk_leaves_no_half_edition",
    ),
    Guard(
        "what is left beside a file on a full disk",
        _SAVING,
        "unfinished.callback(beside.unlink, missing_ok=True)",
        "pass",
        f"{_SAVING_TESTS}::test_a_full_disk_loses_no_translation",
    ),
    Guard(
        "an empty file after a power cut",
        _SAVING,
        "os.fsync(file.fileno())",
        "pass",
        f"{_SAVING_TESTS}::test_it_is_on_the_disk_before_it_takes_the_place",
    ),
    Guard(
        "what somebody saves meanwhile",
        _SAVING,
        'if (path.read_bytes() if path.exists() else b"") != before.get(name, b""):',
        "if False:",
        f"{_SAVING_TESTS}::test_what_somebody_saves_meanwhile_is_kept",
    ),
    Guard(
        "a link in the place of a file that is written",
        "generator/project/neighbourhood.py",
        "if not (self.root / name).resolve().is_relative_to(self.root.resolve()):",
        "if False:",
        f"{_SAVING_TESTS}::test_nothing_else_is_written_outside_the_folder",
    ),
    Guard(
        "a disk that is full for a program of others",
        _PUBLISHING,
        "if not isinstance(error, OSError) and shutil.disk_usage(folder).free < _ROOM:",
        "if False:",
        f"{_PROJECT_TESTS}::test_a_full_disk_is_told_whoever_meets_it",
    ),
    Guard(
        "a full disk",
        "generator/commands/refusals.py",
        "_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})",
        "_FULL = frozenset[int]()",
        "tests/test_any_input.py::test_what_the_machine_refuses",
    ),
    Guard(
        "a folder that may only be read",
        "generator/commands/refusals.py",
        "_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})",
        "_FORBIDDEN = frozenset[int]()",
        "tests/test_any_input.py::test_what_the_machine_refuses",
    ),
    Guard(
        "a killed build leaves no process at work",
        "generator/processes.py",
        "ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)",
        "pass",
        "tests/test_processes.py::test_a_killed_process_leaves_nobody_at_work",
    ),
    Guard(
        "a killed copy is missed",
        "generator/processes.py",
        "return MemoryError()",
        "return ()",
        "tests/test_processes.py::test_a_killed_copy_loses_no_task_quietly",
    ),
    Guard(
        "no copy of a process that has threads",
        "generator/processes.py",
        "len(list(_THREADS.iterdir())) == 1",
        "True",
        "tests/test_processes.py::test_a_process_with_threads_is_not_copied",
    ),
    Guard(
        "Ctrl-C is no traceback",
        "generator/__main__.py",
        "except KeyboardInterrupt:",
        "except ZeroDivisionError:",
        "tests/end_to_end/test_any_moment.py::test_ctrl_c",
    ),
    Guard(
        "a file saved during the build",
        "generator/build.py",
        "if project.state() != before:",
        "if False:",
        "tests/end_to_end/test_any_moment.py::test_a_file_saved_meanwhile",
    ),
    Guard(
        "the seal of what was kept",
        "generator/project/cache.py",
        "if seal == _seal(name, data):",
        "if True:",
        f"{_PROJECT_TESTS}::test_what_was_damaged_is_made_anew",
    ),
    Guard(
        "the result never replaces the source",
        _RESULT,
        "root.is_relative_to(out) or ",
        "",
        "tests/test_any_input.py::test_the_result_never_replaces_the_source",
    ),
    Guard(
        "the result never lies among the sources",
        _RESULT,
        " or any(out.is_relative_to((root / name).resolve()) for name in _OWN)",
        "",
        f"{_PROJECT_TESTS}::test_nothing_but_an_earlier_result_gives_way",
    ),
    Guard(
        "the result replaces nothing but a result",
        _RESULT,
        "if out.is_dir() and not _is_result(out):",
        "if False:",
        "tests/test_any_input.py::test_the_result_never_replaces_something_else",
    ),
    Guard(
        "the result never replaces what git keeps",
        _RESULT,
        ' and ".git" not in names',
        "",
        f"{_PROJECT_TESTS}::test_nothing_but_an_earlier_result_gives_way",
    ),
    Guard(
        "the result never replaces a disk",
        "generator/commands/refusals.py",
        "case OSError(errno=errno.EBUSY):",
        "case OSError(errno=errno.EBADF):",
        "tests/test_any_input.py::test_what_the_machine_refuses",
    ),
    Guard(
        "a file in the place of a sheet",
        "generator/build.py",
        '            _refuse_taken(project, (f"print/{name}" for name in sheets.names))\n',
        "",
        "tests/test_any_input.py::test_a_file_with_the_name_of_one_of_ours",
    ),
    Guard(
        "a file in the place of one of the website",
        "generator/site/writing.py",
        "if name in self._taken:",
        "if False:",
        "tests/test_any_input.py::test_a_file_with_the_name_of_one_of_ours",
    ),
    Guard(
        "files of others beside what is kept",
        "generator/project/cache.py",
        "if _OURS.search(path.name) and ",
        "if ",
        f"{_PROJECT_TESTS}::test_what_somebody_else_keeps_there_is_not_forgotten",
    ),
)

ANY_INPUT = (
    Guard(
        "a link out of the folder",
        _ODD,
        "if path.is_symlink() and not may_link and _leads_out(path, root):",
        "if False:",
        f"{_LIES}[a link out of the folder]",
    ),
    Guard(
        "a pipe, a device",
        _ODD,
        "elif not stat.S_ISREG(found.st_mode):",
        "elif False:",
        f"{_LIES}[a pipe]",
    ),
    Guard(
        "a folder in the place of a file",
        _ODD,
        "if path.suffix in TEXTS:",
        "if False:",
        f"{_LIES}[a folder for a page]",
    ),
    Guard(
        "a file that may not be read",
        _ODD,
        "elif not os.access(path, os.R_OK):",
        "elif False:",
        "tests/test_any_input.py::test_what_may_not_be_read[content/welkom.md]",
    ),
    Guard(
        "a file of 100 MB",
        _ODD,
        "elif found.st_size > LARGEST:",
        "elif False:",
        f"{_LIES}[a picture of 100 MB]",
    ),
    Guard(
        "a page or a script that would be copied as it is",
        _ODD,
        'elif "/." not in name and path.suffix.lower() in RUNNING:',
        "elif False:",
        "tests/test_running_files.py::test_a_page_or_a_script_of_ones_own",
    ),
    Guard(
        "a drawing that runs",
        _ODD,
        "and not is_plain_drawing(path)",
        "and False",
        "tests/test_running_files.py::test_a_drawing_that_does_more_than_draw",
    ),
    Guard(
        "records that nobody typed",
        "generator/reading/files.py",
        "if len(raw) > MAX_BYTES:",
        "if False:",
        "tests/reading/test_files.py::test_a_file_that_nobody_typed_is_not_read",
    ),
    Guard(
        "a name of a million characters",
        _TREE,
        "if len(text) > MOST_CHARACTERS:",
        "if False:",
        "tests/reading/test_files.py::test_a_text_that_nobody_reads_is_refused",
    ),
    Guard(
        "cyclic anchors",
        _TREE,
        "if id(node) in self._seen:",
        "if False:",
        "tests/reading/test_files.py::test_no_reference_is_followed[a circle]",
    ),
    Guard(
        "billion laughs",
        _TREE,
        "self._seen.add(id(node))",
        "pass",
        "tests/reading/test_files.py::test_no_reference_is_followed[laughs]",
    ),
    Guard(
        "deep nesting",
        "generator/reading/composing.py",
        "if depth > MAX_DEPTH:",
        "if False:",
        f"{_LIES}[deep]",
    ),
    Guard(
        "control characters",
        "generator/reading/traps.py",
        "if not (found := CONTROL.search(line)):",
        "if not (found := None):",
        _MISTAKES,
    ),
    Guard(
        "control characters, written as escapes",
        _TREE,
        "node.style == '\"' and CONTROL.search(text):",
        "False:",
        _MISTAKES,
    ),
    Guard(
        "settings that run",
        "generator/unreadable.py",
        'runs = str(getattr(event, "tag", None) or "").startswith(_PYTHON)',
        "runs = False",
        f"{_LIES}[settings that run]",
    ),
    Guard(
        "settings of another file",
        "generator/unreadable.py",
        "isinstance(event, yaml.ScalarEvent) and event.value == _ANOTHER_FILE",
        "False",
        f"{_LIES}[settings of another file]",
    ),
    Guard(
        "laughs above a page",
        "generator/reading/handwritten.py",
        'if merges or points or getattr(event, "tag", None):',
        "if False:",
        "tests/test_any_page.py::test_what_no_build_can_use[laughs]",
    ),
    Guard(
        "brackets without end in a page",
        "generator/reading/handwritten.py",
        "if opened[sign] > _MOST_OPEN:",
        "if False:",
        "tests/test_any_page.py::test_what_no_build_can_use[brackets]",
    ),
    Guard(
        "blocks without end in a page",
        "generator/reading/handwritten.py",
        "if len(self._open) > _DEEPEST_BLOCK:",
        "if False:",
        "tests/test_any_page.py::test_what_no_build_can_use[blocks in blocks]",
    ),
    Guard(
        "names of other bytes",
        _ODD,
        'if unicodedata.category(sign) in ("Cc", "Cs")',
        "if False",
        "tests/test_any_page.py::test_what_no_build_can_use[a name of other bytes]",
    ),
)

TEXTS_ARE_DATA = (
    Guard(
        "URLs: only the web",
        "generator/model/fields.py",
        "if found := _WEB_ADDRESS.fullmatch(text):",
        "if found := re.match('(https?:)?', text):",
        _MISTAKES,
    ),
    Guard(
        "URLs: no scheme but that of the web",
        "generator/model/fields.py",
        'return text if found[1] else f"https://{text}"',
        'return text if "://" in text else f"https://{text}"',
        "tests/model/test_addresses.py::test_a_link_is_to_a_page_on_the_web",
    ),
    Guard(
        "URLs: mail to nobody else",
        "generator/model/fields.py",
        "?#%",
        "",
        "tests/model/test_addresses.py::test_no_mailbox_says_more_in_a_link_than_who_it_is_for",
    ),
    Guard(
        "ids that are file names",
        "generator/model/fields.py",
        "if _SLUG.match(text) and len(text) <= 80:",
        "if True:",
        _MISTAKES,
    ),
    Guard(
        "names of files",
        "generator/model/fields.py",
        'if _FILE_NAME.match(text) and text.rpartition(".")[2].lower() in FLYER_ENDINGS:',
        "if True:",
        "tests/reading/test_flyers.py::test_a_name_that_leads_elsewhere",
    ),
    Guard(
        "HTML of the pages",
        "generator/site/environment.py",
        "autoescape=True,",
        "autoescape=False,",
        "tests/site/test_pages.py::test_hostile_texts_stay_texts",
    ),
    Guard(
        "HTML of the frame",
        "generator/site/plugin.py",
        "env.autoescape = True",
        "env.autoescape = False",
        "tests/site/test_build_site.py::test_hand_written_and_generated_pages_share_one_frame",
    ),
    Guard(
        "HTML of mails",
        "generator/mail/environment.py",
        "autoescape=True,",
        "autoescape=False,",
        "tests/mail/test_mail.py::test_strings_of_records_are_data",
    ),
    Guard(
        "a policy on every page",
        "generator/site/frame.py",
        'policy=POLICY if policy else "",',
        'policy="",',
        "tests/site/test_build_site.py::test_hand_written_and_generated_pages_share_one_frame",
    ),
    Guard(
        "a policy on a page that sends on",
        "generator/site/templates/moved.html",
        "  {{ policy() }}\n",
        "",
        "tests/site/test_pages.py::test_an_old_address_sends_on",
    ),
    Guard(
        "a policy that allows no script in a page",
        "generator/site/frame.py",
        "script-src 'self' 'wasm-unsafe-eval';",
        "script-src 'self' 'wasm-unsafe-eval' 'unsafe-inline';",
        "tests/site/test_build_site.py::test_hand_written_and_generated_pages_share_one_frame",
    ),
    Guard(
        "JSON-LD",
        "generator/feeds/structured.py",
        'separators=(",", ":")).translate(_UNSAFE)',
        'separators=(",", ":"))',
        "tests/feeds/test_structured.py::test_no_text_ends_the_block",
    ),
    Guard(
        "SVG",
        "generator/cartography/canvas.py",
        "return escape(text, quote=True)",
        "return text",
        "tests/cartography/test_render.py::test_every_place_within_the_frame_has_its_number_and_no_other_has",
    ),
    Guard(
        "ICS",
        "generator/feeds/writing.py",
        'return _CONTROL.sub(" ", text.replace("\\r\\n", "\\n"))',
        "return text",
        "tests/feeds/test_calendar.py::test_no_text_breaks_the_file",
    ),
    Guard(
        "CSV without formulas",
        "generator/feeds/table.py",
        'return f"\'{cell}" if cell.lstrip(" \\n").startswith(_FORMULA) else cell',
        "return cell",
        "tests/feeds/test_files.py::test_no_cell_of_the_table_is_a_formula",
    ),
    Guard(
        "CSV of the tables without formulas",
        "generator/tables/delimited.py",
        'return f"\'{text}" if _RISKY.match(text) else text',
        "return text",
        "tests/tables/test_files.py::test_a_text_is_never_a_formula_and_stays_as_it_was",
    ),
    Guard(
        "workbooks without formulas",
        "generator/tables/workbook.py",
        '    cell.data_type = "s"\n',
        "",
        "tests/tables/test_workbook.py::test_every_text_stays_a_text",
    ),
    Guard(
        "Typst",
        "print/face.typ",
        '..name.text.split(" ").map(width-at-1pt)',
        '..eval(name.text, mode: "markup")',
        "tests/sheets/test_fit.py::test_markup_in_a_text_is_printed_as_it_is_typed",
    ),
    Guard(
        "signs that no font has, in a PDF",
        "generator/sheets/typesetting.py",
        "written = as_json(self._legible(json.loads(written)))",
        "pass",
        "tests/sheets/test_fit.py::test_an_emoji_that_no_font_has_is_left_out",
    ),
    Guard(
        "metadata of a PDF",
        "generator/sheets/enlarging.py",
        "escape(title, quote=False).encode()",
        "title.encode()",
        "tests/sheets/test_enlarging.py::test_a_title_of_any_letters",
    ),
    Guard(
        "YAML that commands write",
        "generator/reading/writing.py",
        "if _is_plain(text, in_brackets):",
        "if True:",
        "tests/reading/test_editing.py::test_any_value_reads_back_and_falls_into_no_trap",
    ),
    Guard(
        "the head of a mail",
        "generator/wording/lines.py",
        'return " ".join("".join(c if c.isprintable() else " " for c in text).split())',
        "return text",
        "tests/upkeep/test_reminders.py::test_a_hostile_name_adds_no_line_to_the_head_of_a_mail",
    ),
    Guard(
        "the shell",
        "generator/site/text_index.py",
        '[get_executable(), "--service"],',
        'f"{get_executable()} --service", shell=True,',
        "tests/test_architecture.py::test_no_text_is_run",
    ),
)

STRANGERS = (
    Guard(
        "a workbook that unpacks without end",
        "generator/tables/spreadsheet.py",
        "            _weigh(raw)\n",
        "",
        "tests/tables/test_files.py::test_what_would_unpack_without_end_is_refused",
    ),
    Guard(
        "a rule of days that never come",
        "generator/incoming/rules.py",
        "shift = _to_the_end(end.year)",
        "shift = timedelta()",
        "tests/incoming/test_strangers.py::test_a_rule_that_never_comes_true_takes_no_time",
    ),
    Guard(
        "a partner's PDF without tags and layers",
        "generator/partners/inert.py",
        "if operator not in _MARKS:",
        "if True:",
        "tests/partners/test_cleaning.py::test_a_flyer_becomes_clean_pages_on_the_unit_square",
    ),
    Guard(
        "a partner's file that is too large",
        "generator/partners/cleaning.py",
        "if len(data) > LIMITS.bytes:",
        "if False:",
        "tests/partners/test_cleaning.py::test_a_bad_file_is_refused_with_the_reason[reusachtig.pdf]",
    ),
    Guard(
        "a redirect out of the web",
        "generator/fetching.py",
        "if not can_be_asked(address):",
        "if False:",
        "tests/test_fetching.py::test_a_redirect_leaves_the_web_for_nothing",
    ),
    Guard(
        "a redirect to the own network",
        "generator/fetching.py",
        "if private and not self._leash.may_be_private:",
        "if False:",
        "tests/test_fetching.py::test_a_strangers_answer_does_not_lead_to_the_own_network",
    ),
    Guard(
        "a name that leads to the own network only when it is asked",
        "generator/fetching.py",
        "if not (self._leash.may_be_private or self.proxy or _is_public(sock.getpeername()[0])):",
        "if False:",
        "tests/test_fetching.py::test_a_name_that_changes_does_not_lead_to_the_own_network",
    ),
    Guard(
        "an address that two programs read differently",
        "generator/fetching.py",
        'if _MISREAD.search(address) or "@" in parts.netloc:',
        "if False:",
        "tests/test_fetching.py::test_no_two_readings_of_an_address_lead_to_the_own_network",
    ),
    Guard(
        "a server that never comes to the point",
        "generator/fetching.py",
        "self.fp = io.BufferedReader(_Timed(self.fp.detach(), sock, leash))",
        "pass",
        "tests/test_fetching.py::test_a_slow_drip_ends",
    ),
    Guard(
        "a page elsewhere that saves with its own name for this computer",
        "generator/editor/guard.cjs",
        " || request.headers.host === here",
        " || true",
        "tests/editor/test_guard.py::test_only_who_calls_this_computer_by_its_number_is_heard",
    ),
    Guard(
        "a page elsewhere that reads with its own name for this computer",
        "generator/project/loopback.py",
        'return (host or "").partition(":")[0] in _OUR_NAMES',
        "return True",
        "tests/serving/test_workshop.py::test_a_page_elsewhere_reads_nothing",
    ),
    Guard(
        "an address with a line end, in the preview",
        "generator/serving/answers.py",
        "quote(name.rpartition('/')[2], safe='')",
        "name.rpartition('/')[2]",
        "tests/serving/test_workshop.py::test_a_line_end_in_an_address_begins_no_header",
    ),
    Guard(
        "a guide of others with signs that nobody sees",
        "generator/sharing/guides.py",
        "if _CONTROL.search(text):",
        "if False:",
        "tests/sharing/test_guides.py::test_a_hostile_guide_is_refused",
    ),
    Guard(
        "a guide of others with a text that nobody reads",
        "generator/sharing/guides.py",
        "if len(text) > MOST_CHARACTERS:",
        "if False:",
        "tests/sharing/test_guides.py::test_a_hostile_guide_is_refused",
    ),
    Guard(
        "a guide of others with more themes than a region has pages for",
        "generator/sharing/guides.py",
        "if len(guide.themes) > _MOST_THEMES:",
        "if False:",
        "tests/sharing/test_guides.py::test_a_hostile_guide_is_refused",
    ),
    Guard(
        "a guide of others with a function that is none",
        "generator/sharing/guides.py",
        'if not _FUNCTIONS.issuperset(getattr(record, "functions", ())):',
        "if False:",
        "tests/sharing/test_guides.py::test_a_hostile_guide_is_refused",
    ),
    Guard(
        "signs of a stranger that a terminal obeys",
        "generator/commands/fetch.py",
        "where=one_line(error.where)[:200]",
        "where=error.where",
        "tests/sharing/test_region.py::test_what_a_stranger_wrote_does_nothing_in_a_terminal",
    ),
    Guard(
        "texts in an issue",
        "generator/commands/upkeep.py",
        "{one_line(review.name)}",
        "{review.name}",
        "tests/upkeep/test_commands.py::test_every_text_stays_on_its_line",
    ),
)

PRIVATE = (
    Guard(
        "a worker who did not agree",
        "generator/views/context.py",
        "return tuple(contact for contact in contacts if contact.publish)",
        "return tuple(contacts)",
        "tests/feeds/test_files.py::test_nothing_private_is_in_any_byte",
    ),
    Guard(
        "the point of a confidential place",
        "generator/model/records.py",
        "return None if self.confidential or self.status is Status.ENDED else self.coordinates",
        "return self.coordinates",
        "tests/feeds/test_files.py::test_nothing_private_is_in_any_byte",
    ),
    Guard(
        "the address of a confidential place",
        "generator/views/published.py",
        "shown = not place.confidential",
        "shown = True",
        "tests/feeds/test_files.py::test_nothing_private_is_in_any_byte",
    ),
    Guard(
        "the address of a confidential place in schema.org",
        "generator/views/plain_facts.py",
        "if place.address and not place.confidential",
        "if place.address",
        "tests/feeds/test_structured.py::test_a_confidential_place_has_no_address",
    ),
)

SAME_BYTES = (
    Guard(
        "the order of a folder",
        "generator/project/reading_files.py",
        "for each in sorted(path.iterdir()):",
        "for each in path.iterdir():",
        "tests/test_architecture.py::test_no_folder_is_gone_through_in_the_order_of_the_disk",
    ),
    Guard(
        "the order of a set",
        "generator/sheets/typesetting.py",
        "map(ord, sorted(set(written)))",
        "map(ord, set(written))",
        "tests/test_architecture.py::test_no_set_is_gone_through_as_it_comes",
    ),
    Guard(
        "the boundary of a mail",
        "generator/mail/message.py",
        '    message.set_boundary(f"=_{identity}")\n',
        "",
        "tests/upkeep/test_reminders.py::test_the_same_input_gives_the_same_bytes",
    ),
    Guard(
        "the zone of the clock",
        "generator/sheets/typesetting.py",
        "calendar.timegm(today.timetuple())",
        '__import__("time").mktime(today.timetuple())',
        "tests/end_to_end/test_build.py::test_the_same_input_gives_the_same_bytes[tiny]",
    ),
)

KEPT_UP = (
    Guard(
        "dependencies with their hashes",
        "Makefile",
        "INSTALL := $(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes",
        "INSTALL := $(RUN) -m pip install --quiet --disable-pip-version-check",
        "tests/test_architecture.py::test_nothing_is_installed_without_its_hash",
    ),
    Guard(
        "properdocs makes the same pages",
        "generator/site/tree.py",
        "link_versions(_template(shell), version).encode()",
        "_template(shell).encode()",
        "tests/site/test_tree.py::test_another_builder_makes_the_same_pages[properdocs]",
    ),
    Guard(
        "Zensical makes the same pages",
        "generator/site/tree.py",
        '{"toc": {"permalink": False}}',
        '{"toc": {"permalink": True}}',
        "tests/site/test_tree.py::test_another_builder_makes_the_same_pages[zensical]",
    ),
)

SERVED_RIGHT = (
    Guard(
        "nginx sends the policy",
        "docs/publish/nginx.conf",
        "    add_header Content-Security-Policy $policy always;\n",
        "",
        "tests/test_servers.py::test_pages_have_the_policy_of_our_pages_and_nobody_frames_them[nginx]",
    ),
    Guard(
        "nginx lets no drawing run",
        "docs/publish/nginx.conf",
        '"~^[^ ;]+[/+]xml" ',
        '"~^nothing" ',
        "tests/test_servers.py::test_a_drawing_that_is_opened_by_itself_runs_nothing",
    ),
    Guard(
        "Caddy lets no drawing run",
        "docs/publish/Caddyfile",
        "\theader @xml Content-Security-Policy",
        "\theader @xml X-Nothing",
        "tests/test_servers.py::test_a_drawing_that_is_opened_by_itself_runs_nothing",
    ),
    Guard(
        "nginx leads to no other host",
        "docs/publish/nginx.conf",
        r"(?<folder>/(?:[\w.~-]+/)*)",
        "(?<folder>.*/)",
        "tests/test_servers.py::test_no_address_leads_to_another_host",
    ),
    Guard(
        "Caddy leads to no other host",
        "docs/publish/Caddyfile",
        r"^(/(?:[\w.~-]+/)*)index",
        "^(.*/)index",
        "tests/test_servers.py::test_no_address_leads_to_another_host",
    ),
    Guard(
        "nginx hides what begins with a dot",
        "docs/publish/nginx.conf",
        r"location ~ /\.(?!well-known/) {",
        "location = /nothing {",
        "tests/test_servers.py::test_what_is_not_there_has_our_own_page[nginx]",
    ),
    Guard(
        "Caddy hides what begins with a dot",
        "docs/publish/Caddyfile",
        "\terror @hidden 404\n",
        "",
        "tests/test_servers.py::test_what_is_not_there_has_our_own_page[caddy]",
    ),
    Guard(
        "a static host sends no type that it guessed",
        "docs/publish/_headers",
        "  X-Content-Type-Options: nosniff\n",
        "",
        "tests/test_servers.py::test_the_file_for_static_hosts_says_the_same",
    ),
)

GUARDS = (
    *PUBLISHED_WHOLE,
    *ANY_INPUT,
    *TEXTS_ARE_DATA,
    *STRANGERS,
    *PRIVATE,
    *SAME_BYTES,
    *KEPT_UP,
    *SERVED_RIGHT,
)
