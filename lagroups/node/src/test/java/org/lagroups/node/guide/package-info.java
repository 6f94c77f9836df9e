/** The program of docs/LIBRARY.md. */
@NullMarked
package org.lagroups.node.guide;

import org.jspecify.annotations.NullMarked;
