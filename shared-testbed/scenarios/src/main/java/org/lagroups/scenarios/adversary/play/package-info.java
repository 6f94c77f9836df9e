/**
 * Adversaries in groups, as scenarios of {@code lag sim}: each alone, and all together.
 *
 * <p>Start with {@link org.lagroups.scenarios.adversary.play.AdversaryScenarios}, the list; {@link
 * org.lagroups.scenarios.adversary.play.AdversaryScenario} plays one. What each adversary can and
 * cannot do is told in {@code docs/THREATS.md}.
 *
 * <p>Used on the threads of {@code lag sim}, each island on one.
 */
@NullMarked
package org.lagroups.scenarios.adversary.play;

import org.jspecify.annotations.NullMarked;
