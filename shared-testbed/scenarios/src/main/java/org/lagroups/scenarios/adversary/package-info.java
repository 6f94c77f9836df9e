/**
 * Nodes that misbehave on purpose, to see that the others cope.
 *
 * <p>They are real nodes with a dishonest transport, started only by tests and by the demo.
 */
@NullMarked
package org.lagroups.scenarios.adversary;

import org.jspecify.annotations.NullMarked;
