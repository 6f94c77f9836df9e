/** Tests of {@code lag sim}. */
@NullMarked
package org.lagroups.scenarios.sim;

import org.jspecify.annotations.NullMarked;
