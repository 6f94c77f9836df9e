/** What the demo's stage about worms takes for proof. */
@NullMarked
package org.lagroups.scenarios.demo.guard;

import org.jspecify.annotations.NullMarked;
