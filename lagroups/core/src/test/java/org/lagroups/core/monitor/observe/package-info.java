/** Tests of this package. */
@NullMarked
package org.lagroups.core.monitor.observe;

import org.jspecify.annotations.NullMarked;
