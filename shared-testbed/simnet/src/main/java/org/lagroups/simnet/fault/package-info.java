/**
 * A phase of faults in one line: {@link org.lagroups.simnet.fault.Chaos} breaks nodes and paths at
 * random, repairs them, and leaves everything whole at the end, when progress is required again.
 */
@NullMarked
package org.lagroups.simnet.fault;

import org.jspecify.annotations.NullMarked;
