package se.statsbidrag.events;

/**
 * Something that happened. Each kind of event has a stable type name and a schema number in
 * {@link se.statsbidrag.events.codec.EventCodec}; the name of the Java record is never stored.
 *
 * <p>Events hold no personal data: people are opaque ids in the envelope.
 */
public sealed interface GrantEvent
        permits ActApproved,
                ActProposed,
                ActRefused,
                ActReturned,
                DeadlineExtended,
                DeadlinePassed,
                DelegateInvited,
                DelegateRemoved,
                OperationsReported,
                PersonErased,
                ProgrammeVersionActivated,
                ProgrammeVersionProposed,
                ReporterScopeSet,
                RepresentativeApplied,
                RepresentativeApproved,
                RepresentativeWithdrawn,
                RequisitionApproved,
                RequisitionChanged,
                RequisitionDismissed,
                RequisitionHeld,
                RequisitionRejected,
                RequisitionReleased,
                RequisitionReturned,
                RequisitionSubmitted,
                RequisitionWithdrawn,
                TieResolved {}
