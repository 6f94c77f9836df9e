/** Tests of what people type. */
@NullMarked
package org.lagroups.multicast.runtime.end;

import org.jspecify.annotations.NullMarked;
