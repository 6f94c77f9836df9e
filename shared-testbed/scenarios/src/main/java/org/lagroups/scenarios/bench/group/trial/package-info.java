/**
 * Groups of any library in processes of their own, within network namespaces where these are
 * allowed, and what is done to them.
 *
 * <p>Start with {@link org.lagroups.scenarios.bench.group.trial.GroupTrial}, where processes die,
 * and {@link org.lagroups.scenarios.bench.group.trial.TroubleTrial}, where packets get lost. A
 * {@link org.lagroups.scenarios.bench.group.trial.HostRun} runs members; package {@code space}
 * keeps their packets apart from others'. Each trial is used from one thread at a time.
 */
@NullMarked
package org.lagroups.scenarios.bench.group.trial;

import org.jspecify.annotations.NullMarked;
