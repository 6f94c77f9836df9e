/** A village of members in memory, whose files, routes and faults a test decides. */
@NullMarked
package org.lagroups.fileshare.testing;

import org.jspecify.annotations.NullMarked;
