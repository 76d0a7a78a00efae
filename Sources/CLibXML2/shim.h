// libxml2 as Swift sees it. The writer, the HTML parser and the SAX2 reader are used; nothing else.
#ifndef NEWSGRAPH_CLIBXML2_SHIM_H
#define NEWSGRAPH_CLIBXML2_SHIM_H

// Debian builds libxml2 with ICU, and its headers then pull in the system's ICU, which contradicts
// the one inside Foundation (swiftlang/swift#88485). We use no ICU function of libxml2.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlwriter.h>

// `xmlFree` is a mutable global function pointer, which Swift 6 does not let through.
static inline void newsgraph_xml_free(void *pointer) { xmlFree(pointer); }

#endif
