/** Tests of the scenarios with adversaries. */
@NullMarked
package org.lagroups.scenarios.adversary.play;

import org.jspecify.annotations.NullMarked;
