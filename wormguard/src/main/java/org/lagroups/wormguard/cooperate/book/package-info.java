/**
 * What this node knows of the signatures of its groups, and what follows from it.
 *
 * <p>Start with {@link org.lagroups.wormguard.cooperate.book.Book}, one for each group, which has a
 * {@link org.lagroups.wormguard.cooperate.book.Dossier} for each signature. Whether one is enforced
 * is its {@link org.lagroups.wormguard.cooperate.book.Standing}, which follows from the dossier,
 * from the {@link org.lagroups.wormguard.cooperate.book.TrustRule} and from the time, and from
 * nothing else.
 *
 * <p>On the node's machine thread.
 */
@NullMarked
package org.lagroups.wormguard.cooperate.book;

import org.jspecify.annotations.NullMarked;
