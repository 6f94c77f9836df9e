/** Tests of this package. */
@NullMarked
package org.lagroups.core.monitor.vote;

import org.jspecify.annotations.NullMarked;
