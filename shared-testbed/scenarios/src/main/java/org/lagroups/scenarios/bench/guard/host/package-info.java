/**
 * The process in which one subject goes through a capture, over and over, so that the compiler of
 * the virtual machine knows nothing but it.
 *
 * <p>Start with {@link org.lagroups.scenarios.bench.guard.host.ScanHost}, which obeys orders; what
 * it answers is a {@link org.lagroups.scenarios.bench.guard.host.Pass}. One thread.
 */
@NullMarked
package org.lagroups.scenarios.bench.guard.host;

import org.jspecify.annotations.NullMarked;
