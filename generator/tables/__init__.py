"""Records as tables: spreadsheets and CSV files for partners who keep their list in one, and back.

A sheet is a list of records, a row is a record, a column is a key. All of it follows from the models:
a new field of a record is a new column.
"""
