/** Tests of the monitors, in virtual time. */
@NullMarked
package org.lagroups.core.monitor;

import org.jspecify.annotations.NullMarked;
