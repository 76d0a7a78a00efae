#ifndef NEWSGRAPH_MEMORY_H
#define NEWSGRAPH_MEMORY_H

// What the C library does with memory that is free. Other C libraries than that of GNU give it back
// by themselves, and nothing happens there.

/// Gives memory that is free back to the system, also where memory in use lies around it.
void memory_give_back(void);

/// Has large stretches given back as soon as they are free, for the rest of the process.
///
/// Without it the C library keeps, once a large stretch was freed, the room of as large ones for
/// what comes, and small ones that come there hold it for good.
void memory_keep_little(void);

#endif
