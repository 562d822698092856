"""Places: names of countries, first-level divisions and cities, resolved with the country of the document as context.

Takes a name as an article states it, returns what place it is, or that it is ambiguous or unknown.
Never guesses by population size, never asks the network.
"""
