/** Tests with real files, a disk that is really full, and processes that are killed. */
@NullMarked
package org.lagroups.multicast.runtime.output.file;

import org.jspecify.annotations.NullMarked;
