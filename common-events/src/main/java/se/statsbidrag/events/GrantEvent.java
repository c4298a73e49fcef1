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
                ConditionRecorded,
                DeadlineExtended,
                DeadlinePassed,
                DelegateInvited,
                DelegateRemoved,
                DeliveryAdmissionDeclined,
                DeliveryAdmitted,
                FollowUpEvent,
                LedgerEvent,
                OperationsReported,
                PaymentDetailsSet,
                PersonErased,
                ProgrammeVersionActivated,
                ProgrammeVersionProposed,
                ReferenceTableImported,
                ReporterScopeSet,
                RepresentativeApplied,
                RepresentativeApproved,
                RepresentativeWithdrawn,
                RequisitionAdmissionDeclined,
                RequisitionAdmitted,
                RequisitionApproved,
                RequisitionChanged,
                RequisitionDismissed,
                RequisitionDraftSaved,
                RequisitionHeld,
                RequisitionRejected,
                RequisitionReleased,
                RequisitionReturned,
                RequisitionSubmitted,
                RequisitionWithdrawn,
                TieResolved {}
