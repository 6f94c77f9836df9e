/** Tests of batteries made of ready-made tests. */
@NullMarked
package org.lagroups.core.monitor.kit;

import org.jspecify.annotations.NullMarked;
