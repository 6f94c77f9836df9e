/**
 * From advertisements to the view.
 *
 * <p>Start with {@link org.lagroups.core.group.view.View}: what can be reached from this node along
 * valid attestations. {@link org.lagroups.core.group.view.AdvertisementDatabase} holds the latest
 * advertisement of each attester, within bounds, and {@link
 * org.lagroups.core.group.view.Equivocators} the proofs against those who say two things at once;
 * {@link org.lagroups.core.group.view.ViewCalculator} derives the view from it, and {@link
 * org.lagroups.core.group.view.ViewChanges} says how one view differs from the next; {@link
 * org.lagroups.core.group.view.Census} counts members.
 *
 * <p>Internal to the group protocol. Used on the thread of the node's machines; views are
 * immutable.
 */
@NullMarked
package org.lagroups.core.group.view;

import org.jspecify.annotations.NullMarked;
