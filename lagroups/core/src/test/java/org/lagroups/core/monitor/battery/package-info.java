/** Tests of this package. */
@NullMarked
package org.lagroups.core.monitor.battery;

import org.jspecify.annotations.NullMarked;
