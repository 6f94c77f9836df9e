/** What tests of inputs and outputs have in common: a loop, and what was told on it. */
@NullMarked
package org.lagroups.multicast.runtime.testing;

import org.jspecify.annotations.NullMarked;
