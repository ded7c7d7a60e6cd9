"""What facts mean: `phases` (windows in time), `weeks` (means of weeks), `quality` (how complete a
diary is), `progress` (change per region), `words` (the same in sentences).

Pure: values in, values out, no clock. Windows, rules and formulas follow the method note of the
project (partial improvement), whose rules stand beside the constants.
"""
