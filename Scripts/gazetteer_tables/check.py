def problems(g):
    return []
