/** A guard between two hosts, as an operator runs it. */
@NullMarked
package org.lagroups.scenarios.guard;

import org.jspecify.annotations.NullMarked;
