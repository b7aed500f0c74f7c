"""The form of /beheer/: staff edit the records in a browser, and git keeps what they save.

Decap CMS draws the form; its fields come from the models, and our own scripts put what is saved into
the two YAML files, each record in its place.
"""

from generator.editor.page import Host, editor_files, host_of, local_host

__all__ = ["Host", "editor_files", "host_of", "local_host"]
