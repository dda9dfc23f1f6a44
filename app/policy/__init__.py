"""What the municipality has decided for this computer: one table, its sources, and a report of what could not be followed.

table.RULES              every policy: name, kind, bounds, default, and the stricter side it falls to
sources.gathered(…)      machine policy and user policy, as the operating system keeps them
resolve.held(…)          machine before user; what is wrong falls to the stricter side and is told
"""
