/** Tests of this package. */
@NullMarked
package org.lagroups.core.monitor.link;

import org.jspecify.annotations.NullMarked;
