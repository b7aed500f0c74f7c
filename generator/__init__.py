"""Stekwijzer turns offers.yaml and socialmap.yaml into a website and printed sheets."""
