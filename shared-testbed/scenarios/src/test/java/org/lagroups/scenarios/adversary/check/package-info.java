/** Tests of those who watch over adversaries: that they complain. */
@NullMarked
package org.lagroups.scenarios.adversary.check;

import org.jspecify.annotations.NullMarked;
