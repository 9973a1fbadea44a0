// Written by npm run openapi from the server's routes. Do not change by hand.

export interface paths {
    "/api/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: uuid */
                            id: string;
                            lastUsedAt: string | null;
                            name: string;
                            prefix: string;
                            revokedAt: string | null;
                            scopes: ("feedback.write" | "feedback.read")[];
                        }[];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        scopes: ("feedback.write" | "feedback.read")[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: uuid */
                            id: string;
                            lastUsedAt: string | null;
                            name: string;
                            prefix: string;
                            revokedAt: string | null;
                            scopes: ("feedback.write" | "feedback.read")[];
                            secret: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/approvals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            approval: {
                                approver: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                askedAt: string | null;
                                decidedAt: string | null;
                                dueAt: string | null;
                                /** Format: uuid */
                                id: string;
                                note: string;
                                /** @enum {string} */
                                role: "shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin";
                                standsInFor: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                /** @enum {string} */
                                state: "todo" | "asked" | "approved" | "rejected" | "skipped";
                                step: number;
                                /** @enum {string} */
                                why: "amount" | "budget" | "both";
                            };
                            compensation: {
                                amountMinor: number;
                                can: ("cancel" | "decide")[];
                                code: string;
                                currency: string;
                                cycle: number;
                                decidedAt: string | null;
                                /** Format: uuid */
                                id: string;
                                issuedAt: string | null;
                                item: string;
                                /** @enum {string} */
                                kind: "refund" | "coupon" | "points" | "replacement" | "gift";
                                offerName: string;
                                points: number;
                                /** Format: date-time */
                                proposedAt: string;
                                proposedBy: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                };
                                reason: string;
                                settledAt: string | null;
                                /** @enum {string} */
                                state: "waiting" | "rejected" | "cancelled" | "issued";
                                steps: {
                                    approver: {
                                        /** Format: uuid */
                                        id: string;
                                        name: string;
                                    } | null;
                                    askedAt: string | null;
                                    decidedAt: string | null;
                                    dueAt: string | null;
                                    /** Format: uuid */
                                    id: string;
                                    note: string;
                                    /** @enum {string} */
                                    role: "shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin";
                                    standsInFor: {
                                        /** Format: uuid */
                                        id: string;
                                        name: string;
                                    } | null;
                                    /** @enum {string} */
                                    state: "todo" | "asked" | "approved" | "rejected" | "skipped";
                                    step: number;
                                    /** @enum {string} */
                                    why: "amount" | "budget" | "both";
                                }[];
                                /** Format: uuid */
                                ticketId: string;
                                warnings: ({
                                    earlier: {
                                        amountMinor: number;
                                        /** Format: date-time */
                                        at: string;
                                        currency: string;
                                        /** Format: uuid */
                                        id: string;
                                        /** @enum {string} */
                                        kind: "refund" | "coupon" | "points" | "replacement" | "gift";
                                        number: string;
                                        points: number;
                                        /** @enum {string} */
                                        same: "customer" | "order" | "both";
                                        /** @enum {string} */
                                        state: "waiting" | "rejected" | "cancelled" | "issued";
                                        title: string;
                                    }[];
                                    /** @enum {string} */
                                    kind: "double";
                                } | {
                                    /** @enum {string} */
                                    kind: "above_policy";
                                    offeredMinor: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "over_budget";
                                    limitMinor: number;
                                    usedMinor: number;
                                })[];
                            };
                            mayDecide: boolean;
                        };
                    };
                };
            };
        };
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        decision: "approve" | "reject";
                        /** @default  */
                        note?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            approval: {
                                approver: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                askedAt: string | null;
                                decidedAt: string | null;
                                dueAt: string | null;
                                /** Format: uuid */
                                id: string;
                                note: string;
                                /** @enum {string} */
                                role: "shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin";
                                standsInFor: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                /** @enum {string} */
                                state: "todo" | "asked" | "approved" | "rejected" | "skipped";
                                step: number;
                                /** @enum {string} */
                                why: "amount" | "budget" | "both";
                            };
                            compensation: {
                                amountMinor: number;
                                can: ("cancel" | "decide")[];
                                code: string;
                                currency: string;
                                cycle: number;
                                decidedAt: string | null;
                                /** Format: uuid */
                                id: string;
                                issuedAt: string | null;
                                item: string;
                                /** @enum {string} */
                                kind: "refund" | "coupon" | "points" | "replacement" | "gift";
                                offerName: string;
                                points: number;
                                /** Format: date-time */
                                proposedAt: string;
                                proposedBy: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                };
                                reason: string;
                                settledAt: string | null;
                                /** @enum {string} */
                                state: "waiting" | "rejected" | "cancelled" | "issued";
                                steps: {
                                    approver: {
                                        /** Format: uuid */
                                        id: string;
                                        name: string;
                                    } | null;
                                    askedAt: string | null;
                                    decidedAt: string | null;
                                    dueAt: string | null;
                                    /** Format: uuid */
                                    id: string;
                                    note: string;
                                    /** @enum {string} */
                                    role: "shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin";
                                    standsInFor: {
                                        /** Format: uuid */
                                        id: string;
                                        name: string;
                                    } | null;
                                    /** @enum {string} */
                                    state: "todo" | "asked" | "approved" | "rejected" | "skipped";
                                    step: number;
                                    /** @enum {string} */
                                    why: "amount" | "budget" | "both";
                                }[];
                                /** Format: uuid */
                                ticketId: string;
                                warnings: ({
                                    earlier: {
                                        amountMinor: number;
                                        /** Format: date-time */
                                        at: string;
                                        currency: string;
                                        /** Format: uuid */
                                        id: string;
                                        /** @enum {string} */
                                        kind: "refund" | "coupon" | "points" | "replacement" | "gift";
                                        number: string;
                                        points: number;
                                        /** @enum {string} */
                                        same: "customer" | "order" | "both";
                                        /** @enum {string} */
                                        state: "waiting" | "rejected" | "cancelled" | "issued";
                                        title: string;
                                    }[];
                                    /** @enum {string} */
                                    kind: "double";
                                } | {
                                    /** @enum {string} */
                                    kind: "above_policy";
                                    offeredMinor: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "over_budget";
                                    limitMinor: number;
                                    usedMinor: number;
                                })[];
                            };
                            mayDecide: boolean;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assignable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    shopId?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            capacity: number | null;
                            /** Format: uuid */
                            id: string;
                            name: string;
                            onDuty: boolean;
                            openTickets: number;
                            roles: ("shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin")[];
                        }[];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            bytes: number;
                            height: number;
                            /** Format: uuid */
                            id: string;
                            mime: string;
                            name: string;
                            url: string;
                            width: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/attachments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    size?: "full" | "thumb";
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    action?: string;
                    actorId?: string;
                    cursor?: string;
                    from?: string;
                    subjectId?: string;
                    to?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            entries: {
                                action: string;
                                actor: string;
                                /** Format: date-time */
                                at: string;
                                data: {
                                    [key: string]: unknown;
                                };
                                /** Format: uuid */
                                id: string;
                                link: number | null;
                                subject: string;
                                subjectId: string;
                                subjectKind: string;
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            broken: {
                                entryId: string;
                                link: number;
                                problem: string;
                            }[];
                            entries: number;
                            head: string;
                            ok: boolean;
                            unlinked: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/authority-cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        authority: string;
                        caseNumber: string;
                        contact?: string;
                        content: string;
                        /** @enum {string} */
                        deadline: "answer" | "mediation";
                        name?: string;
                        orderNumber?: string;
                        /** @default [] */
                        photos?: string[];
                        /** Format: date */
                        receivedOn: string;
                        shopId: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            dueAt: string | null;
                            known: boolean;
                            number: string;
                            provisional: boolean;
                            /** Format: uuid */
                            ticketId: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bulks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            canUndo: boolean;
                            deed: {
                                /** @enum {string} */
                                kind: "assign";
                                /** @default  */
                                note: string;
                                to: string | "auto";
                            } | {
                                /** @default [] */
                                add: string[];
                                /** @enum {string} */
                                kind: "tag";
                                /** @default [] */
                                remove: string[];
                            } | {
                                /** @enum {string} */
                                kind: "close";
                                note: string;
                            } | {
                                /** @enum {string} */
                                kind: "set_aside";
                                /** @enum {string} */
                                reason: "spam" | "abuse" | "empty" | "test";
                            };
                            done: number;
                            endedAt: string | null;
                            failed: number;
                            /** Format: uuid */
                            id: string;
                            left: number;
                            problems: {
                                number: string;
                                reason: string;
                                /** Format: uuid */
                                ticketId: string;
                                title: string;
                            }[];
                            /** Format: date-time */
                            startedAt: string;
                            /** @enum {string} */
                            state: "running" | "done" | "undoing" | "undone";
                            todo: number;
                            toName: string;
                            total: number;
                            undone: number;
                        }[];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        deed: {
                            /** @enum {string} */
                            kind: "assign";
                            /** @default  */
                            note?: string;
                            to: string | "auto";
                        } | {
                            /** @default [] */
                            add?: string[];
                            /** @enum {string} */
                            kind: "tag";
                            /** @default [] */
                            remove?: string[];
                        } | {
                            /** @enum {string} */
                            kind: "close";
                            note: string;
                        } | {
                            /** @enum {string} */
                            kind: "set_aside";
                            /** @enum {string} */
                            reason: "spam" | "abuse" | "empty" | "test";
                        };
                        /** Format: uuid */
                        id: string;
                        tickets: {
                            /** @enum {string} */
                            by: "ids";
                            ids: string[];
                        } | {
                            /** @enum {string} */
                            by: "filter";
                            filter: {
                                /** @default [] */
                                conditions?: ({
                                    /** @enum {string} */
                                    field: "status";
                                    /** @enum {string} */
                                    op: "is" | "is_not";
                                    values: ("new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside")[];
                                } | {
                                    /** @enum {string} */
                                    field: "kind";
                                    /** @enum {string} */
                                    op: "is" | "is_not";
                                    values: ("praise" | "suggestion" | "complaint" | "inquiry" | "emergency")[];
                                } | {
                                    /** @enum {string} */
                                    field: "priority";
                                    /** @enum {string} */
                                    op: "is" | "is_not";
                                    values: ("P1" | "P2" | "P3" | "P4")[];
                                } | {
                                    /** @enum {string} */
                                    field: "category";
                                    /** @enum {string} */
                                    op: "is" | "is_not";
                                    values: string[];
                                } | {
                                    /** @enum {string} */
                                    field: "channel";
                                    /** @enum {string} */
                                    op: "is" | "is_not";
                                    values: ("qr" | "counter" | "website" | "api" | "wechat" | "email" | "chat" | "phone" | "sms" | "meituan" | "eleme" | "dianping" | "douyin" | "weibo" | "wechat_pay" | "mini_program" | "monitor" | "authority" | "public_post" | "salon" | "event" | "internal" | "import")[];
                                } | {
                                    /** @enum {string} */
                                    field: "shop";
                                    /** @enum {string} */
                                    op: "is" | "is_not";
                                    values: (string | "none")[];
                                } | {
                                    /** @enum {string} */
                                    field: "region";
                                    /** @enum {string} */
                                    op: "is" | "is_not";
                                    values: string[];
                                } | {
                                    /** @enum {string} */
                                    field: "team";
                                    /** @enum {string} */
                                    op: "is" | "is_not";
                                    values: string[];
                                } | {
                                    /** @enum {string} */
                                    field: "assignee";
                                    /** @enum {string} */
                                    op: "is" | "is_not";
                                    values: (string | ("me" | "none"))[];
                                } | {
                                    /** @enum {string} */
                                    field: "tag";
                                    /** @enum {string} */
                                    op: "is" | "is_not";
                                    values: string[];
                                } | {
                                    /** @enum {string} */
                                    field: "cause";
                                    /** @enum {string} */
                                    op: "is" | "is_not";
                                    values: string[];
                                } | {
                                    /** @enum {string} */
                                    field: "mood";
                                    /** @enum {string} */
                                    op: "is" | "is_not";
                                    values: ("good" | "fair" | "bad")[];
                                } | {
                                    /** @enum {string} */
                                    field: "language";
                                    /** @enum {string} */
                                    op: "is" | "is_not";
                                    values: ("zh-CN" | "zh-TW" | "en")[];
                                } | {
                                    /** @enum {string} */
                                    field: "severity";
                                    /** @enum {string} */
                                    op: "at_least" | "at_most";
                                    value: number;
                                } | {
                                    /** @enum {string} */
                                    field: "impact";
                                    /** @enum {string} */
                                    op: "at_least" | "at_most";
                                    value: number;
                                } | {
                                    /** @enum {string} */
                                    field: "cycle";
                                    /** @enum {string} */
                                    op: "at_least" | "at_most";
                                    value: number;
                                } | {
                                    /** @enum {string} */
                                    field: "escalation";
                                    /** @enum {string} */
                                    op: "at_least" | "at_most";
                                    value: number;
                                } | {
                                    /** @enum {string} */
                                    field: "stars";
                                    /** @enum {string} */
                                    op: "at_least" | "at_most";
                                    value: number;
                                } | {
                                    /** @enum {string} */
                                    field: "rating";
                                    /** @enum {string} */
                                    op: "at_least" | "at_most";
                                    value: number;
                                } | {
                                    /** @enum {string} */
                                    field: "photos";
                                    /** @enum {string} */
                                    op: "at_least" | "at_most";
                                    value: number;
                                } | {
                                    /** @enum {string} */
                                    field: "openTasks";
                                    /** @enum {string} */
                                    op: "at_least" | "at_most";
                                    value: number;
                                } | {
                                    /** @enum {string} */
                                    field: "opened";
                                    /** @enum {string} */
                                    op: "within" | "before";
                                    span: {
                                        amount: number;
                                        /** @enum {string} */
                                        unit: "minute" | "hour" | "day";
                                    };
                                } | {
                                    /** @enum {string} */
                                    field: "updated";
                                    /** @enum {string} */
                                    op: "within" | "before";
                                    span: {
                                        amount: number;
                                        /** @enum {string} */
                                        unit: "minute" | "hour" | "day";
                                    };
                                } | {
                                    /** @enum {string} */
                                    field: "closed";
                                    /** @enum {string} */
                                    op: "within" | "before";
                                    span: {
                                        amount: number;
                                        /** @enum {string} */
                                        unit: "minute" | "hour" | "day";
                                    };
                                } | {
                                    /** @enum {string} */
                                    field: "due";
                                    /** @enum {string} */
                                    op: "within" | "before";
                                    span: {
                                        amount: number;
                                        /** @enum {string} */
                                        unit: "minute" | "hour" | "day";
                                    };
                                } | {
                                    /** @enum {string} */
                                    field: "open";
                                    /** @enum {string} */
                                    op: "is";
                                    value: boolean;
                                } | {
                                    /** @enum {string} */
                                    field: "overdue";
                                    /** @enum {string} */
                                    op: "is";
                                    value: boolean;
                                } | {
                                    /** @enum {string} */
                                    field: "lateReason";
                                    /** @enum {string} */
                                    op: "is";
                                    value: boolean;
                                } | {
                                    /** @enum {string} */
                                    field: "knownCustomer";
                                    /** @enum {string} */
                                    op: "is";
                                    value: boolean;
                                } | {
                                    /** @enum {string} */
                                    field: "words";
                                    /** @enum {string} */
                                    op: "contain" | "lack";
                                    value: string;
                                })[];
                                /**
                                 * @default every
                                 * @enum {string}
                                 */
                                view?: "all" | "mine" | "team" | "unassigned" | "due_soon" | "breached" | "p1" | "waiting_customer" | "closed" | "set_aside" | "every";
                            };
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            canUndo: boolean;
                            deed: {
                                /** @enum {string} */
                                kind: "assign";
                                /** @default  */
                                note: string;
                                to: string | "auto";
                            } | {
                                /** @default [] */
                                add: string[];
                                /** @enum {string} */
                                kind: "tag";
                                /** @default [] */
                                remove: string[];
                            } | {
                                /** @enum {string} */
                                kind: "close";
                                note: string;
                            } | {
                                /** @enum {string} */
                                kind: "set_aside";
                                /** @enum {string} */
                                reason: "spam" | "abuse" | "empty" | "test";
                            };
                            done: number;
                            endedAt: string | null;
                            failed: number;
                            /** Format: uuid */
                            id: string;
                            left: number;
                            problems: {
                                number: string;
                                reason: string;
                                /** Format: uuid */
                                ticketId: string;
                                title: string;
                            }[];
                            /** Format: date-time */
                            startedAt: string;
                            /** @enum {string} */
                            state: "running" | "done" | "undoing" | "undone";
                            todo: number;
                            toName: string;
                            total: number;
                            undone: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bulks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            canUndo: boolean;
                            deed: {
                                /** @enum {string} */
                                kind: "assign";
                                /** @default  */
                                note: string;
                                to: string | "auto";
                            } | {
                                /** @default [] */
                                add: string[];
                                /** @enum {string} */
                                kind: "tag";
                                /** @default [] */
                                remove: string[];
                            } | {
                                /** @enum {string} */
                                kind: "close";
                                note: string;
                            } | {
                                /** @enum {string} */
                                kind: "set_aside";
                                /** @enum {string} */
                                reason: "spam" | "abuse" | "empty" | "test";
                            };
                            done: number;
                            endedAt: string | null;
                            failed: number;
                            /** Format: uuid */
                            id: string;
                            left: number;
                            problems: {
                                number: string;
                                reason: string;
                                /** Format: uuid */
                                ticketId: string;
                                title: string;
                            }[];
                            /** Format: date-time */
                            startedAt: string;
                            /** @enum {string} */
                            state: "running" | "done" | "undoing" | "undone";
                            todo: number;
                            toName: string;
                            total: number;
                            undone: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bulks/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            canUndo: boolean;
                            deed: {
                                /** @enum {string} */
                                kind: "assign";
                                /** @default  */
                                note: string;
                                to: string | "auto";
                            } | {
                                /** @default [] */
                                add: string[];
                                /** @enum {string} */
                                kind: "tag";
                                /** @default [] */
                                remove: string[];
                            } | {
                                /** @enum {string} */
                                kind: "close";
                                note: string;
                            } | {
                                /** @enum {string} */
                                kind: "set_aside";
                                /** @enum {string} */
                                reason: "spam" | "abuse" | "empty" | "test";
                            };
                            done: number;
                            endedAt: string | null;
                            failed: number;
                            /** Format: uuid */
                            id: string;
                            left: number;
                            problems: {
                                number: string;
                                reason: string;
                                /** Format: uuid */
                                ticketId: string;
                                title: string;
                            }[];
                            /** Format: date-time */
                            startedAt: string;
                            /** @enum {string} */
                            state: "running" | "done" | "undoing" | "undone";
                            todo: number;
                            toName: string;
                            total: number;
                            undone: number;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    view?: "today" | "missed" | "all";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            calls: {
                                agentName: string;
                                answeredAt: string | null;
                                caller: string;
                                can: ("hear" | "reveal")[];
                                customerName: string;
                                /** @enum {string} */
                                direction: "inbound" | "outbound";
                                endedAt: string | null;
                                extension: string;
                                /** Format: uuid */
                                id: string;
                                owed: boolean;
                                queue: string;
                                /** Format: date-time */
                                startedAt: string;
                                /** @enum {string} */
                                state: "ringing" | "answered" | "ended" | "missed";
                                talkS: number | null;
                                ticket: {
                                    /** Format: uuid */
                                    id: string;
                                    number: string;
                                    /** Format: date-time */
                                    openedAt: string;
                                    /** @enum {string} */
                                    status: "new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside";
                                    title: string;
                                } | null;
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/{id}/dismissal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/{id}/number": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            number: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/{id}/recording": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/{id}/ticket": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default  */
                        note?: string;
                        /** Format: uuid */
                        ticketId: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        category?: string;
                        /** @default  */
                        content?: string;
                        /** @enum {string} */
                        mood?: "good" | "fair" | "bad";
                        name?: string;
                        orderNumber?: string;
                        /** Format: date-time */
                        purchasedAt?: string;
                        shopId: string | null;
                        /** Format: uuid */
                        submissionId: string;
                        table?: string;
                        wants?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            acknowledgement: string;
                            /** Format: date-time */
                            expectedAt: string;
                            missing: ("mood" | "category" | "content" | "photos" | "contact" | "name" | "purchasedAt" | "orderNumber" | "wants" | "table")[];
                            number: string;
                            progress: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            agentName: string;
                            answeredAt: string | null;
                            caller: string;
                            can: ("hear" | "reveal")[];
                            customer: {
                                contact: string;
                                /** Format: uuid */
                                id: string;
                                name: string;
                                tickets: number;
                                /** @enum {string} */
                                value: "new" | "regular" | "vip";
                            } | null;
                            customerName: string;
                            /** @enum {string} */
                            direction: "inbound" | "outbound";
                            endedAt: string | null;
                            extension: string;
                            /** Format: uuid */
                            id: string;
                            lastOrder: string;
                            owed: boolean;
                            queue: string;
                            /** Format: date-time */
                            startedAt: string;
                            /** @enum {string} */
                            state: "ringing" | "answered" | "ended" | "missed";
                            talkS: number | null;
                            ticket: {
                                /** Format: uuid */
                                id: string;
                                number: string;
                                /** Format: date-time */
                                openedAt: string;
                                /** @enum {string} */
                                status: "new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside";
                                title: string;
                            } | null;
                            tickets: {
                                /** Format: uuid */
                                id: string;
                                number: string;
                                open: boolean;
                                /** Format: date-time */
                                openedAt: string;
                                /** @enum {string} */
                                status: "new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside";
                                title: string;
                            }[];
                        }[];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            connection: {
                                connectedAt: string | null;
                                health: {
                                    at: string | null;
                                    code: string;
                                    data: {
                                        [key: string]: unknown;
                                    };
                                    /** @enum {string} */
                                    state: "idle" | "ok" | "fault";
                                };
                            } | null;
                            faults: number;
                            /** Format: uuid */
                            id: string;
                            key: string;
                            /** @enum {string} */
                            kind: "qr" | "counter" | "website" | "api" | "wechat" | "email" | "chat" | "phone" | "sms" | "meituan" | "eleme" | "dianping" | "douyin" | "weibo" | "wechat_pay" | "mini_program" | "monitor" | "authority" | "public_post" | "salon" | "event" | "internal" | "import";
                            lastMessageAt: string | null;
                            name: string;
                            on: boolean;
                            owner: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            today: number;
                        }[];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        kind: "wechat" | "email" | "chat" | "phone" | "sms" | "meituan" | "eleme" | "dianping" | "douyin" | "weibo" | "wechat_pay" | "mini_program" | "monitor";
                        name: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            connectedAt: string | null;
                            fields: {
                                advanced: boolean;
                                confirm: boolean;
                                key: string;
                                options: string[];
                                required: boolean;
                                /** @enum {string} */
                                sort: "text" | "secret" | "number" | "switch" | "choice" | "lines" | "long";
                            }[];
                            health: {
                                at: string | null;
                                code: string;
                                data: {
                                    [key: string]: unknown;
                                };
                                /** @enum {string} */
                                state: "idle" | "ok" | "fault";
                            };
                            hookUrl: string;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "wechat" | "email" | "chat" | "phone" | "sms" | "meituan" | "eleme" | "dianping" | "douyin" | "weibo" | "wechat_pay" | "mini_program" | "monitor";
                            name: string;
                            on: boolean;
                            secrets: {
                                [key: string]: string;
                            };
                            settings: {
                                [key: string]: string | number | boolean | string[];
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/channels/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        on?: boolean;
                        ownerId?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            connection: {
                                connectedAt: string | null;
                                health: {
                                    at: string | null;
                                    code: string;
                                    data: {
                                        [key: string]: unknown;
                                    };
                                    /** @enum {string} */
                                    state: "idle" | "ok" | "fault";
                                };
                            } | null;
                            faults: number;
                            /** Format: uuid */
                            id: string;
                            key: string;
                            /** @enum {string} */
                            kind: "qr" | "counter" | "website" | "api" | "wechat" | "email" | "chat" | "phone" | "sms" | "meituan" | "eleme" | "dianping" | "douyin" | "weibo" | "wechat_pay" | "mini_program" | "monitor" | "authority" | "public_post" | "salon" | "event" | "internal" | "import";
                            lastMessageAt: string | null;
                            name: string;
                            on: boolean;
                            owner: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            today: number;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/channels/{id}/connection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            connectedAt: string | null;
                            fields: {
                                advanced: boolean;
                                confirm: boolean;
                                key: string;
                                options: string[];
                                required: boolean;
                                /** @enum {string} */
                                sort: "text" | "secret" | "number" | "switch" | "choice" | "lines" | "long";
                            }[];
                            health: {
                                at: string | null;
                                code: string;
                                data: {
                                    [key: string]: unknown;
                                };
                                /** @enum {string} */
                                state: "idle" | "ok" | "fault";
                            };
                            hookUrl: string;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "wechat" | "email" | "chat" | "phone" | "sms" | "meituan" | "eleme" | "dianping" | "douyin" | "weibo" | "wechat_pay" | "mini_program" | "monitor";
                            name: string;
                            on: boolean;
                            secrets: {
                                [key: string]: string;
                            };
                            settings: {
                                [key: string]: string | number | boolean | string[];
                            };
                        };
                    };
                };
            };
        };
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        settings: {
                            [key: string]: string | number | boolean | string[];
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            connectedAt: string | null;
                            fields: {
                                advanced: boolean;
                                confirm: boolean;
                                key: string;
                                options: string[];
                                required: boolean;
                                /** @enum {string} */
                                sort: "text" | "secret" | "number" | "switch" | "choice" | "lines" | "long";
                            }[];
                            health: {
                                at: string | null;
                                code: string;
                                data: {
                                    [key: string]: unknown;
                                };
                                /** @enum {string} */
                                state: "idle" | "ok" | "fault";
                            };
                            hookUrl: string;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "wechat" | "email" | "chat" | "phone" | "sms" | "meituan" | "eleme" | "dianping" | "douyin" | "weibo" | "wechat_pay" | "mini_program" | "monitor";
                            name: string;
                            on: boolean;
                            secrets: {
                                [key: string]: string;
                            };
                            settings: {
                                [key: string]: string | number | boolean | string[];
                            };
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/channels/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            ok: boolean;
                            steps: {
                                data: {
                                    [key: string]: unknown;
                                };
                                fault: string;
                                ok: boolean;
                                step: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/channels/{id}/wechat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            menu: {
                                buttons: {
                                    deed: ({
                                        /** @enum {string} */
                                        kind: "page";
                                        /** Format: uri */
                                        url: string;
                                    } | {
                                        /** @enum {string} */
                                        kind: "reply";
                                        text: string;
                                    }) | null;
                                    items: {
                                        deed: {
                                            /** @enum {string} */
                                            kind: "page";
                                            /** Format: uri */
                                            url: string;
                                        } | {
                                            /** @enum {string} */
                                            kind: "reply";
                                            text: string;
                                        };
                                        name: string;
                                    }[];
                                    name: string;
                                }[];
                                publishedAt: string | null;
                            };
                            shops: {
                                code: string;
                                /** Format: uuid */
                                id: string;
                                name: string;
                                picture: string | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/channels/{id}/wechat/menu": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        buttons: {
                            deed: ({
                                /** @enum {string} */
                                kind: "page";
                                /** Format: uri */
                                url: string;
                            } | {
                                /** @enum {string} */
                                kind: "reply";
                                text: string;
                            }) | null;
                            items: {
                                deed: {
                                    /** @enum {string} */
                                    kind: "page";
                                    /** Format: uri */
                                    url: string;
                                } | {
                                    /** @enum {string} */
                                    kind: "reply";
                                    text: string;
                                };
                                name: string;
                            }[];
                            name: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            menu: {
                                buttons: {
                                    deed: ({
                                        /** @enum {string} */
                                        kind: "page";
                                        /** Format: uri */
                                        url: string;
                                    } | {
                                        /** @enum {string} */
                                        kind: "reply";
                                        text: string;
                                    }) | null;
                                    items: {
                                        deed: {
                                            /** @enum {string} */
                                            kind: "page";
                                            /** Format: uri */
                                            url: string;
                                        } | {
                                            /** @enum {string} */
                                            kind: "reply";
                                            text: string;
                                        };
                                        name: string;
                                    }[];
                                    name: string;
                                }[];
                                publishedAt: string | null;
                            };
                            shops: {
                                code: string;
                                /** Format: uuid */
                                id: string;
                                name: string;
                                picture: string | null;
                            }[];
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/channels/{id}/wechat/scenes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        shopId: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            menu: {
                                buttons: {
                                    deed: ({
                                        /** @enum {string} */
                                        kind: "page";
                                        /** Format: uri */
                                        url: string;
                                    } | {
                                        /** @enum {string} */
                                        kind: "reply";
                                        text: string;
                                    }) | null;
                                    items: {
                                        deed: {
                                            /** @enum {string} */
                                            kind: "page";
                                            /** Format: uri */
                                            url: string;
                                        } | {
                                            /** @enum {string} */
                                            kind: "reply";
                                            text: string;
                                        };
                                        name: string;
                                    }[];
                                    name: string;
                                }[];
                                publishedAt: string | null;
                            };
                            shops: {
                                code: string;
                                /** Format: uuid */
                                id: string;
                                name: string;
                                picture: string | null;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/channels/letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    after?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            letters: {
                                /** Format: date-time */
                                at: string;
                                channel: {
                                    /** Format: uuid */
                                    id: string;
                                    kind: string;
                                    name: string;
                                };
                                /** Format: uuid */
                                id: string;
                                problem: string;
                                text: string;
                                ticketId: string | null;
                                tries: number;
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/channels/letters/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        deed: "again" | "drop";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/channels/strays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    after?: string;
                    channel?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            messages: {
                                channel: {
                                    /** Format: uuid */
                                    id: string;
                                    kind: string;
                                    name: string;
                                };
                                /** Format: uuid */
                                id: string;
                                problem: string;
                                raw: string;
                                /** Format: date-time */
                                receivedAt: string;
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/channels/strays/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        deed: "again" | "dismiss";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    shop?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: uuid */
                            id: string;
                            label: string;
                            on: boolean;
                            /** @enum {string} */
                            place: "shop" | "table" | "counter" | "website";
                            scans: number;
                            shop: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            slug: string;
                            url: string;
                        }[];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        labels: string[];
                        /** @enum {string} */
                        place: "shop" | "table" | "counter" | "website";
                        shopId: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: uuid */
                            id: string;
                            label: string;
                            on: boolean;
                            /** @enum {string} */
                            place: "shop" | "table" | "counter" | "website";
                            scans: number;
                            shop: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            slug: string;
                            url: string;
                        }[];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/codes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        label?: string;
                        on?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: uuid */
                            id: string;
                            label: string;
                            on: boolean;
                            /** @enum {string} */
                            place: "shop" | "table" | "counter" | "website";
                            scans: number;
                            shop: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            slug: string;
                            url: string;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/codes/{id}/qr.svg": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/compensations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    kind?: "refund" | "coupon" | "points" | "replacement" | "gift";
                    limit?: number;
                    month?: string;
                    settled?: "yes" | "no";
                    shop?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            next: string | null;
                            rows: {
                                amountMinor: number;
                                approvers: string[];
                                currency: string;
                                /** Format: uuid */
                                id: string;
                                /** Format: date-time */
                                issuedAt: string;
                                /** @enum {string} */
                                kind: "refund" | "coupon" | "points" | "replacement" | "gift";
                                number: string;
                                points: number;
                                /** Format: date-time */
                                proposedAt: string;
                                proposedBy: string;
                                settled: {
                                    /** Format: date-time */
                                    at: string;
                                    by: string;
                                    reference: string;
                                } | null;
                                shop: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/compensations/{id}/settlement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reference: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            amountMinor: number;
                            approvers: string[];
                            currency: string;
                            /** Format: uuid */
                            id: string;
                            /** Format: date-time */
                            issuedAt: string;
                            /** @enum {string} */
                            kind: "refund" | "coupon" | "points" | "replacement" | "gift";
                            number: string;
                            points: number;
                            /** Format: date-time */
                            proposedAt: string;
                            proposedBy: string;
                            settled: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                                reference: string;
                            } | null;
                            shop: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/compensations/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    format?: "csv" | "xlsx";
                    kind?: "refund" | "coupon" | "points" | "replacement" | "gift";
                    month?: string;
                    settled?: "yes" | "no";
                    shop?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/compensations/totals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    kind?: "refund" | "coupon" | "points" | "replacement" | "gift";
                    month?: string;
                    shop?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            amountMinor: number;
                            count: number;
                            currency: string;
                            kinds: {
                                amountMinor: number;
                                count: number;
                                /** @enum {string} */
                                kind: "refund" | "coupon" | "points" | "replacement" | "gift";
                            }[];
                            month: string;
                            months: {
                                amountMinor: number;
                                count: number;
                                month: string;
                            }[];
                            rows: boolean;
                            shops: {
                                amountMinor: number;
                                budgetMinor: number | null;
                                count: number;
                                shop: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                            }[];
                            unpaidCount: number;
                            unpaidMinor: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/counter/feedback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        category?: string;
                        contact?: string;
                        /** @default  */
                        content?: string;
                        /** @enum {string} */
                        mood?: "good" | "fair" | "bad";
                        name?: string;
                        orderNumber?: string;
                        /** @default [] */
                        photos?: string[];
                        /** Format: date-time */
                        purchasedAt?: string;
                        /** Format: uuid */
                        shopId: string;
                        /** Format: uuid */
                        submissionId: string;
                        table?: string;
                        wants?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            acknowledgement: string;
                            /** Format: date-time */
                            expectedAt: string;
                            missing: ("mood" | "category" | "content" | "photos" | "contact" | "name" | "purchasedAt" | "orderNumber" | "wants" | "table")[];
                            number: string;
                            progress: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/demo-logins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            brand: string;
                            login: string;
                            name: string;
                            password: string;
                            /** @enum {string} */
                            role: "shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin";
                        }[];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            bytes: number;
                            endedAt: string | null;
                            /** Format: date-time */
                            expiresAt: string;
                            fileName: string;
                            /** @enum {string} */
                            format: "csv" | "xlsx";
                            /** Format: uuid */
                            id: string;
                            rows: number;
                            /** Format: date-time */
                            startedAt: string;
                            /** @enum {string} */
                            state: "running" | "done" | "failed" | "cancelled";
                            total: number | null;
                        }[];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        columns: ("number" | "title" | "customer" | "kind" | "category" | "priority" | "status" | "shop" | "assignee" | "opened" | "updated" | "due" | "tags" | "stars" | "cause" | "cycle" | "channel" | "content" | "team" | "severity" | "impact" | "mood" | "place" | "orderNumber" | "closed" | "escalation" | "photos" | "openTasks" | "lateReason" | "rating" | "language")[];
                        filter: {
                            /** @default [] */
                            conditions?: ({
                                /** @enum {string} */
                                field: "status";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: ("new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside")[];
                            } | {
                                /** @enum {string} */
                                field: "kind";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: ("praise" | "suggestion" | "complaint" | "inquiry" | "emergency")[];
                            } | {
                                /** @enum {string} */
                                field: "priority";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: ("P1" | "P2" | "P3" | "P4")[];
                            } | {
                                /** @enum {string} */
                                field: "category";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: string[];
                            } | {
                                /** @enum {string} */
                                field: "channel";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: ("qr" | "counter" | "website" | "api" | "wechat" | "email" | "chat" | "phone" | "sms" | "meituan" | "eleme" | "dianping" | "douyin" | "weibo" | "wechat_pay" | "mini_program" | "monitor" | "authority" | "public_post" | "salon" | "event" | "internal" | "import")[];
                            } | {
                                /** @enum {string} */
                                field: "shop";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: (string | "none")[];
                            } | {
                                /** @enum {string} */
                                field: "region";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: string[];
                            } | {
                                /** @enum {string} */
                                field: "team";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: string[];
                            } | {
                                /** @enum {string} */
                                field: "assignee";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: (string | ("me" | "none"))[];
                            } | {
                                /** @enum {string} */
                                field: "tag";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: string[];
                            } | {
                                /** @enum {string} */
                                field: "cause";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: string[];
                            } | {
                                /** @enum {string} */
                                field: "mood";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: ("good" | "fair" | "bad")[];
                            } | {
                                /** @enum {string} */
                                field: "language";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: ("zh-CN" | "zh-TW" | "en")[];
                            } | {
                                /** @enum {string} */
                                field: "severity";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "impact";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "cycle";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "escalation";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "stars";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "rating";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "photos";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "openTasks";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "opened";
                                /** @enum {string} */
                                op: "within" | "before";
                                span: {
                                    amount: number;
                                    /** @enum {string} */
                                    unit: "minute" | "hour" | "day";
                                };
                            } | {
                                /** @enum {string} */
                                field: "updated";
                                /** @enum {string} */
                                op: "within" | "before";
                                span: {
                                    amount: number;
                                    /** @enum {string} */
                                    unit: "minute" | "hour" | "day";
                                };
                            } | {
                                /** @enum {string} */
                                field: "closed";
                                /** @enum {string} */
                                op: "within" | "before";
                                span: {
                                    amount: number;
                                    /** @enum {string} */
                                    unit: "minute" | "hour" | "day";
                                };
                            } | {
                                /** @enum {string} */
                                field: "due";
                                /** @enum {string} */
                                op: "within" | "before";
                                span: {
                                    amount: number;
                                    /** @enum {string} */
                                    unit: "minute" | "hour" | "day";
                                };
                            } | {
                                /** @enum {string} */
                                field: "open";
                                /** @enum {string} */
                                op: "is";
                                value: boolean;
                            } | {
                                /** @enum {string} */
                                field: "overdue";
                                /** @enum {string} */
                                op: "is";
                                value: boolean;
                            } | {
                                /** @enum {string} */
                                field: "lateReason";
                                /** @enum {string} */
                                op: "is";
                                value: boolean;
                            } | {
                                /** @enum {string} */
                                field: "knownCustomer";
                                /** @enum {string} */
                                op: "is";
                                value: boolean;
                            } | {
                                /** @enum {string} */
                                field: "words";
                                /** @enum {string} */
                                op: "contain" | "lack";
                                value: string;
                            })[];
                            /**
                             * @default every
                             * @enum {string}
                             */
                            view?: "all" | "mine" | "team" | "unassigned" | "due_soon" | "breached" | "p1" | "waiting_customer" | "closed" | "set_aside" | "every";
                        };
                        /** @enum {string} */
                        format: "csv" | "xlsx";
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            bytes: number;
                            endedAt: string | null;
                            /** Format: date-time */
                            expiresAt: string;
                            fileName: string;
                            /** @enum {string} */
                            format: "csv" | "xlsx";
                            /** Format: uuid */
                            id: string;
                            rows: number;
                            /** Format: date-time */
                            startedAt: string;
                            /** @enum {string} */
                            state: "running" | "done" | "failed" | "cancelled";
                            total: number | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            bytes: number;
                            endedAt: string | null;
                            /** Format: date-time */
                            expiresAt: string;
                            fileName: string;
                            /** @enum {string} */
                            format: "csv" | "xlsx";
                            /** Format: uuid */
                            id: string;
                            rows: number;
                            /** Format: date-time */
                            startedAt: string;
                            /** @enum {string} */
                            state: "running" | "done" | "failed" | "cancelled";
                            total: number | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/home": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            alarms: {
                                assignee: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                category: string;
                                cause: string;
                                /** @enum {string} */
                                channel: "qr" | "counter" | "website" | "api" | "wechat" | "email" | "chat" | "phone" | "sms" | "meituan" | "eleme" | "dianping" | "douyin" | "weibo" | "wechat_pay" | "mini_program" | "monitor" | "authority" | "public_post" | "salon" | "event" | "internal" | "import";
                                channelName: string;
                                clock: {
                                    calendar: string;
                                    cycle: number;
                                    dueAt: string | null;
                                    late: boolean;
                                    metAt: string | null;
                                    /** @enum {string} */
                                    metric: "acknowledge" | "respond" | "plan" | "resolve";
                                    provisional: boolean;
                                    /** Format: date-time */
                                    startedAt: string;
                                    /** @enum {string} */
                                    state: "active" | "paused" | "met" | "breached" | "cancelled";
                                    targetMin: number;
                                    warnAt: string | null;
                                } | null;
                                customerName: string;
                                cycle: number;
                                draft: boolean;
                                escalation: number;
                                excerpt: string;
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "praise" | "suggestion" | "complaint" | "inquiry" | "emergency";
                                lateReason: string;
                                number: string;
                                /** Format: date-time */
                                openedAt: string;
                                openTasks: number;
                                photos: number;
                                /** @enum {string} */
                                priority: "P1" | "P2" | "P3" | "P4";
                                shop: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                stars: number | null;
                                /** @enum {string} */
                                status: "new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside";
                                tags: string[];
                                teamName: string;
                                title: string;
                                unread: boolean;
                                /** Format: date-time */
                                updatedAt: string;
                            }[];
                            days: {
                                closed: number;
                                /** Format: date */
                                day: string;
                                opened: number;
                            }[];
                            mine: {
                                breached: number;
                                dueSoon: number;
                                open: number;
                                waiting: number;
                            };
                            next: {
                                assignee: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                category: string;
                                cause: string;
                                /** @enum {string} */
                                channel: "qr" | "counter" | "website" | "api" | "wechat" | "email" | "chat" | "phone" | "sms" | "meituan" | "eleme" | "dianping" | "douyin" | "weibo" | "wechat_pay" | "mini_program" | "monitor" | "authority" | "public_post" | "salon" | "event" | "internal" | "import";
                                channelName: string;
                                clock: {
                                    calendar: string;
                                    cycle: number;
                                    dueAt: string | null;
                                    late: boolean;
                                    metAt: string | null;
                                    /** @enum {string} */
                                    metric: "acknowledge" | "respond" | "plan" | "resolve";
                                    provisional: boolean;
                                    /** Format: date-time */
                                    startedAt: string;
                                    /** @enum {string} */
                                    state: "active" | "paused" | "met" | "breached" | "cancelled";
                                    targetMin: number;
                                    warnAt: string | null;
                                } | null;
                                customerName: string;
                                cycle: number;
                                draft: boolean;
                                escalation: number;
                                excerpt: string;
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "praise" | "suggestion" | "complaint" | "inquiry" | "emergency";
                                lateReason: string;
                                number: string;
                                /** Format: date-time */
                                openedAt: string;
                                openTasks: number;
                                photos: number;
                                /** @enum {string} */
                                priority: "P1" | "P2" | "P3" | "P4";
                                shop: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                stars: number | null;
                                /** @enum {string} */
                                status: "new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside";
                                tags: string[];
                                teamName: string;
                                title: string;
                                unread: boolean;
                                /** Format: date-time */
                                updatedAt: string;
                            }[];
                            shops: {
                                breached: number;
                                open: number;
                                shop: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                };
                            }[];
                            todos: {
                                open: number;
                                overdue: number;
                            } | null;
                            watch: {
                                breached: number;
                                lateTasks: number;
                                ownerless: number;
                                p1: number;
                                reopened: number;
                                unexplained: number;
                            } | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            by: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            bytes: number;
                            counts: {
                                doubled: number;
                                emergencies: number;
                                good: number;
                                history: number;
                                live: number;
                                refused: number;
                                seen: number;
                                total: number;
                            };
                            /** Format: date-time */
                            createdAt: string;
                            encoding: string;
                            endedAt: string | null;
                            expiresAt: string | null;
                            fileName: string;
                            format: ("csv" | "xlsx" | "jsonl") | null;
                            /** Format: uuid */
                            id: string;
                            mine: boolean;
                            problem: {
                                code: string;
                                data: {
                                    [key: string]: unknown;
                                };
                            } | null;
                            startedAt: string | null;
                            /** @enum {string} */
                            state: "reading" | "ready" | "running" | "paused" | "done" | "failed" | "cancelled";
                            /** @enum {string} */
                            what: "reviews" | "customers" | "orders";
                        }[];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query: {
                    what: "reviews" | "customers" | "orders";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            by: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            bytes: number;
                            counts: {
                                doubled: number;
                                emergencies: number;
                                good: number;
                                history: number;
                                live: number;
                                refused: number;
                                seen: number;
                                total: number;
                            };
                            /** Format: date-time */
                            createdAt: string;
                            encoding: string;
                            endedAt: string | null;
                            expiresAt: string | null;
                            fileName: string;
                            format: ("csv" | "xlsx" | "jsonl") | null;
                            /** Format: uuid */
                            id: string;
                            mine: boolean;
                            problem: {
                                code: string;
                                data: {
                                    [key: string]: unknown;
                                };
                            } | null;
                            startedAt: string | null;
                            /** @enum {string} */
                            state: "reading" | "ready" | "running" | "paused" | "done" | "failed" | "cancelled";
                            /** @enum {string} */
                            what: "reviews" | "customers" | "orders";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            by: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            bytes: number;
                            counts: {
                                doubled: number;
                                emergencies: number;
                                good: number;
                                history: number;
                                live: number;
                                refused: number;
                                seen: number;
                                total: number;
                            };
                            /** Format: date-time */
                            createdAt: string;
                            encoding: string;
                            endedAt: string | null;
                            expiresAt: string | null;
                            fileName: string;
                            format: ("csv" | "xlsx" | "jsonl") | null;
                            /** Format: uuid */
                            id: string;
                            mine: boolean;
                            problem: {
                                code: string;
                                data: {
                                    [key: string]: unknown;
                                };
                            } | null;
                            startedAt: string | null;
                            /** @enum {string} */
                            state: "reading" | "ready" | "running" | "paused" | "done" | "failed" | "cancelled";
                            /** @enum {string} */
                            what: "reviews" | "customers" | "orders";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/emergencies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            at: string;
                            history: boolean;
                            number: string;
                            /** @enum {string} */
                            priority: "P1" | "P2" | "P3" | "P4";
                            /** Format: uuid */
                            ticketId: string;
                            title: string;
                        }[];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    only?: "all" | "refused";
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/mapping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        columns: {
                            amount?: number;
                            author?: number;
                            contact?: number;
                            externalId?: number;
                            items?: number;
                            more?: number;
                            orderNumber?: number;
                            platform?: number;
                            reply?: number;
                            score?: number;
                            shop?: number;
                            text?: number;
                            time?: number;
                            value?: number;
                        };
                        header: number;
                        /** @default 7 */
                        historyDays?: number;
                        /**
                         * @default import
                         * @enum {string}
                         */
                        platform?: "import" | "meituan" | "eleme" | "dianping" | "douyin" | "weibo" | "public_post";
                        /**
                         * @default five
                         * @enum {string}
                         */
                        scale?: "five" | "ten" | "fifty" | "hundred" | "mood";
                        sheet: number;
                        /** @default null */
                        shopId?: string | null;
                        /**
                         * @default refuse
                         * @enum {string}
                         */
                        unknownShop?: "refuse" | "none";
                        /**
                         * @default history
                         * @enum {string}
                         */
                        untimed?: "history" | "live";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            headings: {
                                name: string;
                                sample: string;
                            }[];
                            mapping: {
                                columns: {
                                    amount?: number;
                                    author?: number;
                                    contact?: number;
                                    externalId?: number;
                                    items?: number;
                                    more?: number;
                                    orderNumber?: number;
                                    platform?: number;
                                    reply?: number;
                                    score?: number;
                                    shop?: number;
                                    text?: number;
                                    time?: number;
                                    value?: number;
                                };
                                header: number;
                                /** @default 7 */
                                historyDays: number;
                                /**
                                 * @default import
                                 * @enum {string}
                                 */
                                platform: "import" | "meituan" | "eleme" | "dianping" | "douyin" | "weibo" | "public_post";
                                /**
                                 * @default five
                                 * @enum {string}
                                 */
                                scale: "five" | "ten" | "fifty" | "hundred" | "mood";
                                sheet: number;
                                /** @default null */
                                shopId: string | null;
                                /**
                                 * @default refuse
                                 * @enum {string}
                                 */
                                unknownShop: "refuse" | "none";
                                /**
                                 * @default history
                                 * @enum {string}
                                 */
                                untimed: "history" | "live";
                            };
                            remembered: boolean;
                            sheets: {
                                fixedHeadings: boolean;
                                name: string;
                                rows: number;
                            }[];
                            shops: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            }[];
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            history: number;
                            live: number;
                            looked: number;
                            refused: number;
                            rows: {
                                /** @enum {string} */
                                fate: "live" | "history" | "row";
                                n: number;
                                problem: {
                                    code: string;
                                    field: string;
                                    value: string;
                                } | null;
                                values: {
                                    amount?: string;
                                    author?: string;
                                    contact?: string;
                                    externalId?: string;
                                    items?: string;
                                    more?: string;
                                    orderNumber?: string;
                                    platform?: string;
                                    reply?: string;
                                    score?: string;
                                    shop?: string;
                                    text?: string;
                                    time?: string;
                                    value?: string;
                                };
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            headings: {
                                name: string;
                                sample: string;
                            }[];
                            mapping: {
                                columns: {
                                    amount?: number;
                                    author?: number;
                                    contact?: number;
                                    externalId?: number;
                                    items?: number;
                                    more?: number;
                                    orderNumber?: number;
                                    platform?: number;
                                    reply?: number;
                                    score?: number;
                                    shop?: number;
                                    text?: number;
                                    time?: number;
                                    value?: number;
                                };
                                header: number;
                                /** @default 7 */
                                historyDays: number;
                                /**
                                 * @default import
                                 * @enum {string}
                                 */
                                platform: "import" | "meituan" | "eleme" | "dianping" | "douyin" | "weibo" | "public_post";
                                /**
                                 * @default five
                                 * @enum {string}
                                 */
                                scale: "five" | "ten" | "fifty" | "hundred" | "mood";
                                sheet: number;
                                /** @default null */
                                shopId: string | null;
                                /**
                                 * @default refuse
                                 * @enum {string}
                                 */
                                unknownShop: "refuse" | "none";
                                /**
                                 * @default history
                                 * @enum {string}
                                 */
                                untimed: "history" | "live";
                            };
                            remembered: boolean;
                            sheets: {
                                fixedHeadings: boolean;
                                name: string;
                                rows: number;
                            }[];
                            shops: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "running" | "paused" | "cancelled";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            by: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            bytes: number;
                            counts: {
                                doubled: number;
                                emergencies: number;
                                good: number;
                                history: number;
                                live: number;
                                refused: number;
                                seen: number;
                                total: number;
                            };
                            /** Format: date-time */
                            createdAt: string;
                            encoding: string;
                            endedAt: string | null;
                            expiresAt: string | null;
                            fileName: string;
                            format: ("csv" | "xlsx" | "jsonl") | null;
                            /** Format: uuid */
                            id: string;
                            mine: boolean;
                            problem: {
                                code: string;
                                data: {
                                    [key: string]: unknown;
                                };
                            } | null;
                            startedAt: string | null;
                            /** @enum {string} */
                            state: "reading" | "ready" | "running" | "paused" | "done" | "failed" | "cancelled";
                            /** @enum {string} */
                            what: "reviews" | "customers" | "orders";
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            brandName: string;
                            login: string;
                            name: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        password: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            away: boolean;
                            brand: {
                                /** Format: uuid */
                                id: string;
                                industry: string;
                                name: string;
                                zone: string;
                            };
                            can: string[];
                            demo: boolean;
                            grants: {
                                extent: {
                                    /** @enum {string} */
                                    kind: "brand";
                                } | {
                                    /** @enum {string} */
                                    kind: "region";
                                    /** Format: uuid */
                                    regionId: string;
                                } | {
                                    /** @enum {string} */
                                    kind: "shop";
                                    /** Format: uuid */
                                    shopId: string;
                                };
                                /** @enum {string} */
                                role: "shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin";
                            }[];
                            /** @enum {string} */
                            locale: "zh-CN" | "zh-TW" | "en";
                            login: string;
                            name: string;
                            /** Format: uuid */
                            staffId: string;
                            /** @enum {string} */
                            theme: "auto" | "light" | "dark";
                            totpOn: boolean;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/hand-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            backAt: string | null;
                            dueBefore: number;
                            open: number;
                            people: {
                                capacity: number | null;
                                /** Format: uuid */
                                id: string;
                                name: string;
                                openTickets: number;
                            }[];
                            tasks: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        note: string;
                        /** Format: uuid */
                        toId?: string;
                        /** @enum {string} */
                        what: "due" | "all";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            left: {
                                /** Format: uuid */
                                id: string;
                                number: string;
                                title: string;
                            }[];
                            tasks: number;
                            tickets: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        current: string;
                        next: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        away?: boolean;
                        /** @enum {string} */
                        locale?: "zh-CN" | "zh-TW" | "en";
                        /** @enum {string} */
                        theme?: "auto" | "light" | "dark";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            away: boolean;
                            brand: {
                                /** Format: uuid */
                                id: string;
                                industry: string;
                                name: string;
                                zone: string;
                            };
                            can: string[];
                            demo: boolean;
                            grants: {
                                extent: {
                                    /** @enum {string} */
                                    kind: "brand";
                                } | {
                                    /** @enum {string} */
                                    kind: "region";
                                    /** Format: uuid */
                                    regionId: string;
                                } | {
                                    /** @enum {string} */
                                    kind: "shop";
                                    /** Format: uuid */
                                    shopId: string;
                                };
                                /** @enum {string} */
                                role: "shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin";
                            }[];
                            /** @enum {string} */
                            locale: "zh-CN" | "zh-TW" | "en";
                            login: string;
                            name: string;
                            /** Format: uuid */
                            staffId: string;
                            /** @enum {string} */
                            theme: "auto" | "light" | "dark";
                            totpOn: boolean;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/me/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        code: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            away: boolean;
                            brand: {
                                /** Format: uuid */
                                id: string;
                                industry: string;
                                name: string;
                                zone: string;
                            };
                            can: string[];
                            demo: boolean;
                            grants: {
                                extent: {
                                    /** @enum {string} */
                                    kind: "brand";
                                } | {
                                    /** @enum {string} */
                                    kind: "region";
                                    /** Format: uuid */
                                    regionId: string;
                                } | {
                                    /** @enum {string} */
                                    kind: "shop";
                                    /** Format: uuid */
                                    shopId: string;
                                };
                                /** @enum {string} */
                                role: "shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin";
                            }[];
                            /** @enum {string} */
                            locale: "zh-CN" | "zh-TW" | "en";
                            login: string;
                            name: string;
                            /** Format: uuid */
                            staffId: string;
                            /** @enum {string} */
                            theme: "auto" | "light" | "dark";
                            totpOn: boolean;
                        };
                    };
                };
            };
        };
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            qrSvg: string;
                            secret: string;
                            uri: string;
                        };
                    };
                };
            };
        };
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        code: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            away: boolean;
                            brand: {
                                /** Format: uuid */
                                id: string;
                                industry: string;
                                name: string;
                                zone: string;
                            };
                            can: string[];
                            demo: boolean;
                            grants: {
                                extent: {
                                    /** @enum {string} */
                                    kind: "brand";
                                } | {
                                    /** @enum {string} */
                                    kind: "region";
                                    /** Format: uuid */
                                    regionId: string;
                                } | {
                                    /** @enum {string} */
                                    kind: "shop";
                                    /** Format: uuid */
                                    shopId: string;
                                };
                                /** @enum {string} */
                                role: "shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin";
                            }[];
                            /** @enum {string} */
                            locale: "zh-CN" | "zh-TW" | "en";
                            login: string;
                            name: string;
                            /** Format: uuid */
                            staffId: string;
                            /** @enum {string} */
                            theme: "auto" | "light" | "dark";
                            totpOn: boolean;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            notices: {
                                /** Format: date-time */
                                at: string;
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "alarm" | "assigned" | "warned" | "breached" | "escalated" | "customer_replied" | "rejected" | "mentioned" | "task_given" | "task_reminded" | "task_late" | "task_done" | "approval_asked" | "approval_decided" | "handed_over" | "revisit_bad" | "rule" | "merged" | "not_sent";
                                number: string;
                                seen: boolean;
                                tab: string;
                                /** Format: uuid */
                                ticketId: string;
                                title: string;
                            }[];
                            unseen: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices/seen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/playbook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            document: {
                                calendars: {
                                    /** @default false */
                                    holidays: boolean;
                                    key: string;
                                    /** @enum {string} */
                                    kind: "always" | "shop" | "office";
                                    name: string | {
                                        en?: string;
                                        "zh-CN": string;
                                        "zh-TW"?: string;
                                    };
                                    week?: [
                                        [
                                            string,
                                            string
                                        ][],
                                        [
                                            string,
                                            string
                                        ][],
                                        [
                                            string,
                                            string
                                        ][],
                                        [
                                            string,
                                            string
                                        ][],
                                        [
                                            string,
                                            string
                                        ][],
                                        [
                                            string,
                                            string
                                        ][],
                                        [
                                            string,
                                            string
                                        ][]
                                    ];
                                }[];
                                categories: {
                                    children: {
                                        chip?: string | {
                                            en?: string;
                                            "zh-CN": string;
                                            "zh-TW"?: string;
                                        };
                                        /** @default 1 */
                                        impact: number;
                                        key: string;
                                        name: string | {
                                            en?: string;
                                            "zh-CN": string;
                                            "zh-TW"?: string;
                                        };
                                        /** @default 2 */
                                        severity: number;
                                        /** @default [] */
                                        words: string[];
                                    }[];
                                    key: string;
                                    name: string | {
                                        en?: string;
                                        "zh-CN": string;
                                        "zh-TW"?: string;
                                    };
                                }[];
                                /** @default [] */
                                causes: {
                                    /** @enum {string} */
                                    group: "people" | "equipment" | "material" | "method" | "surroundings" | "partner" | "customer" | "unknown";
                                    key: string;
                                    name: string | {
                                        en?: string;
                                        "zh-CN": string;
                                        "zh-TW"?: string;
                                    };
                                }[];
                                closing: {
                                    acceptedHours: number;
                                    ratingReasons: {
                                        key: string;
                                        label: string | {
                                            en?: string;
                                            "zh-CN": string;
                                            "zh-TW"?: string;
                                        };
                                    }[];
                                    rejectReasons: {
                                        key: string;
                                        label: string | {
                                            en?: string;
                                            "zh-CN": string;
                                            "zh-TW"?: string;
                                        };
                                    }[];
                                    remindBeforeDays: number;
                                    reopenDays: number;
                                    /** @default [] */
                                    required: {
                                        facts: ("root_cause" | "measure" | "satisfaction_asked" | "evidence" | "tasks_done")[];
                                        when: {
                                            kinds?: ("praise" | "suggestion" | "complaint" | "inquiry" | "emergency")[];
                                            priorities?: ("P1" | "P2" | "P3" | "P4")[];
                                        };
                                    }[];
                                    silentDays: number;
                                };
                                /**
                                 * @default {
                                 *       "currency": "CNY",
                                 *       "offers": [],
                                 *       "limits": [],
                                 *       "approvals": [
                                 *         {
                                 *           "overMinor": 0,
                                 *           "role": "lead"
                                 *         }
                                 *       ],
                                 *       "overBudgetRole": "region_manager",
                                 *       "doubleDays": 90,
                                 *       "pointMinor": 1,
                                 *       "couponDays": 60,
                                 *       "approveWithinMin": 1440
                                 *     }
                                 */
                                compensation: {
                                    approvals: {
                                        overMinor: number;
                                        /** @enum {string} */
                                        role: "shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin";
                                    }[];
                                    approveWithinMin: number;
                                    couponDays: number;
                                    currency: string;
                                    doubleDays: number;
                                    limits: {
                                        /** @enum {string} */
                                        role: "shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin";
                                        upToMinor: number;
                                    }[];
                                    offers: {
                                        amountMinor?: number;
                                        item?: string | {
                                            en?: string;
                                            "zh-CN": string;
                                            "zh-TW"?: string;
                                        };
                                        key: string;
                                        /** @enum {string} */
                                        kind: "refund" | "coupon" | "points" | "replacement" | "gift";
                                        name: string | {
                                            en?: string;
                                            "zh-CN": string;
                                            "zh-TW"?: string;
                                        };
                                        points?: number;
                                        reason: string | {
                                            en?: string;
                                            "zh-CN": string;
                                            "zh-TW"?: string;
                                        };
                                        when: {
                                            categories?: string[];
                                            customers?: ("new" | "regular" | "vip")[];
                                            kinds?: ("praise" | "suggestion" | "complaint" | "inquiry" | "emergency")[];
                                            severityFrom?: number;
                                        };
                                    }[];
                                    /** @enum {string} */
                                    overBudgetRole: "shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin";
                                    pointMinor: number;
                                    shopMonthMinor?: number;
                                };
                                fallbackCategory: string;
                                /** @enum {number} */
                                format: 1;
                                forms: {
                                    /** @enum {string} */
                                    channel: "qr" | "counter" | "website" | "api" | "wechat" | "email" | "chat" | "phone" | "sms" | "meituan" | "eleme" | "dianping" | "douyin" | "weibo" | "wechat_pay" | "mini_program" | "monitor" | "authority" | "public_post" | "salon" | "event" | "internal" | "import";
                                    fields: {
                                        hint?: string | {
                                            en?: string;
                                            "zh-CN": string;
                                            "zh-TW"?: string;
                                        };
                                        /** @enum {string} */
                                        key: "mood" | "category" | "content" | "photos" | "contact" | "name" | "purchasedAt" | "orderNumber" | "wants" | "table";
                                        label: string | {
                                            en?: string;
                                            "zh-CN": string;
                                            "zh-TW"?: string;
                                        };
                                        options?: {
                                            key: string;
                                            label: string | {
                                                en?: string;
                                                "zh-CN": string;
                                                "zh-TW"?: string;
                                            };
                                        }[];
                                        /** @default false */
                                        required: boolean;
                                    }[];
                                    privacy: string | {
                                        en?: string;
                                        "zh-CN": string;
                                        "zh-TW"?: string;
                                    };
                                    submit: string | {
                                        en?: string;
                                        "zh-CN": string;
                                        "zh-TW"?: string;
                                    };
                                    subtitle: string | {
                                        en?: string;
                                        "zh-CN": string;
                                        "zh-TW"?: string;
                                    };
                                    thanks: string | {
                                        en?: string;
                                        "zh-CN": string;
                                        "zh-TW"?: string;
                                    };
                                    title: string | {
                                        en?: string;
                                        "zh-CN": string;
                                        "zh-TW"?: string;
                                    };
                                }[];
                                impact: [
                                    string | {
                                        en?: string;
                                        "zh-CN": string;
                                        "zh-TW"?: string;
                                    },
                                    string | {
                                        en?: string;
                                        "zh-CN": string;
                                        "zh-TW"?: string;
                                    },
                                    string | {
                                        en?: string;
                                        "zh-CN": string;
                                        "zh-TW"?: string;
                                    },
                                    string | {
                                        en?: string;
                                        "zh-CN": string;
                                        "zh-TW"?: string;
                                    }
                                ];
                                industry: string;
                                kinds: {
                                    complaint: {
                                        impact: number;
                                        name: string | {
                                            en?: string;
                                            "zh-CN": string;
                                            "zh-TW"?: string;
                                        };
                                        severity: number;
                                    };
                                    emergency: {
                                        impact: number;
                                        name: string | {
                                            en?: string;
                                            "zh-CN": string;
                                            "zh-TW"?: string;
                                        };
                                        severity: number;
                                    };
                                    inquiry: {
                                        impact: number;
                                        name: string | {
                                            en?: string;
                                            "zh-CN": string;
                                            "zh-TW"?: string;
                                        };
                                        severity: number;
                                    };
                                    praise: {
                                        impact: number;
                                        name: string | {
                                            en?: string;
                                            "zh-CN": string;
                                            "zh-TW"?: string;
                                        };
                                        severity: number;
                                    };
                                    suggestion: {
                                        impact: number;
                                        name: string | {
                                            en?: string;
                                            "zh-CN": string;
                                            "zh-TW"?: string;
                                        };
                                        severity: number;
                                    };
                                };
                                matrix: [
                                    [
                                        "P1" | "P2" | "P3" | "P4",
                                        "P1" | "P2" | "P3" | "P4",
                                        "P1" | "P2" | "P3" | "P4",
                                        "P1" | "P2" | "P3" | "P4"
                                    ],
                                    [
                                        "P1" | "P2" | "P3" | "P4",
                                        "P1" | "P2" | "P3" | "P4",
                                        "P1" | "P2" | "P3" | "P4",
                                        "P1" | "P2" | "P3" | "P4"
                                    ],
                                    [
                                        "P1" | "P2" | "P3" | "P4",
                                        "P1" | "P2" | "P3" | "P4",
                                        "P1" | "P2" | "P3" | "P4",
                                        "P1" | "P2" | "P3" | "P4"
                                    ],
                                    [
                                        "P1" | "P2" | "P3" | "P4",
                                        "P1" | "P2" | "P3" | "P4",
                                        "P1" | "P2" | "P3" | "P4",
                                        "P1" | "P2" | "P3" | "P4"
                                    ]
                                ];
                                name: string | {
                                    en?: string;
                                    "zh-CN": string;
                                    "zh-TW"?: string;
                                };
                                responsibility: {
                                    chain: ("shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin")[];
                                    name: string | {
                                        en?: string;
                                        "zh-CN": string;
                                        "zh-TW"?: string;
                                    };
                                    /** @enum {string} */
                                    role: "shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin";
                                    team: string;
                                    /** @default [] */
                                    together: string[];
                                    when: {
                                        categories?: string[];
                                        channels?: ("qr" | "counter" | "website" | "api" | "wechat" | "email" | "chat" | "phone" | "sms" | "meituan" | "eleme" | "dianping" | "douyin" | "weibo" | "wechat_pay" | "mini_program" | "monitor" | "authority" | "public_post" | "salon" | "event" | "internal" | "import")[];
                                        kinds?: ("praise" | "suggestion" | "complaint" | "inquiry" | "emergency")[];
                                        priorities?: ("P1" | "P2" | "P3" | "P4")[];
                                        shops?: string[];
                                    };
                                }[];
                                /**
                                 * @default {
                                 *       "rules": [],
                                 *       "retryHours": 24,
                                 *       "tries": 3,
                                 *       "answerDays": 7,
                                 *       "hours": [
                                 *         "10:00",
                                 *         "20:00"
                                 *       ]
                                 *     }
                                 */
                                revisit: {
                                    answerDays: number;
                                    hours: [
                                        string,
                                        string
                                    ];
                                    retryHours: number;
                                    rules: {
                                        name: string | {
                                            en?: string;
                                            "zh-CN": string;
                                            "zh-TW"?: string;
                                        };
                                        /** @enum {string} */
                                        role: "shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin";
                                        visits: {
                                            afterDays: number;
                                            /** @enum {string} */
                                            means: "phone" | "written";
                                        }[];
                                        when: {
                                            categories?: string[];
                                            kinds?: ("praise" | "suggestion" | "complaint" | "inquiry" | "emergency")[];
                                            priorities?: ("P1" | "P2" | "P3" | "P4")[];
                                            reopened?: boolean;
                                        };
                                    }[];
                                    tries: number;
                                };
                                risks: {
                                    category: string;
                                    impact: number;
                                    key: string;
                                    name: string | {
                                        en?: string;
                                        "zh-CN": string;
                                        "zh-TW"?: string;
                                    };
                                    /** @default [] */
                                    notify: ("shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin")[];
                                    severity: number;
                                    /** @default [] */
                                    unless: string[];
                                    words: string[];
                                }[];
                                severity: [
                                    string | {
                                        en?: string;
                                        "zh-CN": string;
                                        "zh-TW"?: string;
                                    },
                                    string | {
                                        en?: string;
                                        "zh-CN": string;
                                        "zh-TW"?: string;
                                    },
                                    string | {
                                        en?: string;
                                        "zh-CN": string;
                                        "zh-TW"?: string;
                                    },
                                    string | {
                                        en?: string;
                                        "zh-CN": string;
                                        "zh-TW"?: string;
                                    }
                                ];
                                signals: {
                                    complaint: string[];
                                    empty: string[];
                                    inquiry: string[];
                                    many: string[];
                                    praise: string[];
                                    suggestion: string[];
                                    worse: string[];
                                };
                                sla: {
                                    /** @default 60 */
                                    alarmEverySec: number;
                                    /** @default 60 */
                                    escalateEveryMin: number;
                                    /** @default {} */
                                    kinds: {
                                        complaint?: {
                                            acknowledge?: {
                                                calendar: string;
                                                minutes: number;
                                            };
                                            plan?: {
                                                calendar: string;
                                                minutes: number;
                                            };
                                            resolve?: {
                                                calendar: string;
                                                minutes: number;
                                            };
                                            respond?: {
                                                calendar: string;
                                                minutes: number;
                                            };
                                        };
                                        emergency?: {
                                            acknowledge?: {
                                                calendar: string;
                                                minutes: number;
                                            };
                                            plan?: {
                                                calendar: string;
                                                minutes: number;
                                            };
                                            resolve?: {
                                                calendar: string;
                                                minutes: number;
                                            };
                                            respond?: {
                                                calendar: string;
                                                minutes: number;
                                            };
                                        };
                                        inquiry?: {
                                            acknowledge?: {
                                                calendar: string;
                                                minutes: number;
                                            };
                                            plan?: {
                                                calendar: string;
                                                minutes: number;
                                            };
                                            resolve?: {
                                                calendar: string;
                                                minutes: number;
                                            };
                                            respond?: {
                                                calendar: string;
                                                minutes: number;
                                            };
                                        };
                                        praise?: {
                                            acknowledge?: {
                                                calendar: string;
                                                minutes: number;
                                            };
                                            plan?: {
                                                calendar: string;
                                                minutes: number;
                                            };
                                            resolve?: {
                                                calendar: string;
                                                minutes: number;
                                            };
                                            respond?: {
                                                calendar: string;
                                                minutes: number;
                                            };
                                        };
                                        suggestion?: {
                                            acknowledge?: {
                                                calendar: string;
                                                minutes: number;
                                            };
                                            plan?: {
                                                calendar: string;
                                                minutes: number;
                                            };
                                            resolve?: {
                                                calendar: string;
                                                minutes: number;
                                            };
                                            respond?: {
                                                calendar: string;
                                                minutes: number;
                                            };
                                        };
                                    };
                                    P1: {
                                        acknowledge: {
                                            calendar: string;
                                            minutes: number;
                                        };
                                        plan?: {
                                            calendar: string;
                                            minutes: number;
                                        };
                                        resolve: {
                                            calendar: string;
                                            minutes: number;
                                        };
                                        respond: {
                                            calendar: string;
                                            minutes: number;
                                        };
                                    };
                                    P2: {
                                        acknowledge: {
                                            calendar: string;
                                            minutes: number;
                                        };
                                        plan?: {
                                            calendar: string;
                                            minutes: number;
                                        };
                                        resolve: {
                                            calendar: string;
                                            minutes: number;
                                        };
                                        respond: {
                                            calendar: string;
                                            minutes: number;
                                        };
                                    };
                                    P3: {
                                        acknowledge: {
                                            calendar: string;
                                            minutes: number;
                                        };
                                        plan?: {
                                            calendar: string;
                                            minutes: number;
                                        };
                                        resolve: {
                                            calendar: string;
                                            minutes: number;
                                        };
                                        respond: {
                                            calendar: string;
                                            minutes: number;
                                        };
                                    };
                                    P4: {
                                        acknowledge: {
                                            calendar: string;
                                            minutes: number;
                                        };
                                        plan?: {
                                            calendar: string;
                                            minutes: number;
                                        };
                                        resolve: {
                                            calendar: string;
                                            minutes: number;
                                        };
                                        respond: {
                                            calendar: string;
                                            minutes: number;
                                        };
                                    };
                                    /** @default 0.5 */
                                    reopenedFactor: number;
                                    /** @default 0.75 */
                                    warnAt: number;
                                };
                                summary: string | {
                                    en?: string;
                                    "zh-CN": string;
                                    "zh-TW"?: string;
                                };
                                teams: {
                                    key: string;
                                    name: string | {
                                        en?: string;
                                        "zh-CN": string;
                                        "zh-TW"?: string;
                                    };
                                    publicName: string | {
                                        en?: string;
                                        "zh-CN": string;
                                        "zh-TW"?: string;
                                    };
                                    roles: ("shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin")[];
                                }[];
                                templates: {
                                    key: string;
                                    /** @default [] */
                                    kinds: ("praise" | "suggestion" | "complaint" | "inquiry" | "emergency")[];
                                    name: string | {
                                        en?: string;
                                        "zh-CN": string;
                                        "zh-TW"?: string;
                                    };
                                    /** @enum {string} */
                                    scenario: "acknowledgement" | "greeting" | "ask_details" | "apology" | "plan" | "proposal" | "praise" | "inquiry" | "suggestion" | "remind_confirm" | "closed_silent" | "closing" | "emergency" | "compensation" | "revisit_written" | "revisit_call";
                                    text: string | {
                                        en?: string;
                                        "zh-CN": string;
                                        "zh-TW"?: string;
                                    };
                                    /** @enum {string} */
                                    tone: "formal" | "warm" | "brief";
                                }[];
                            };
                            version: {
                                by: string;
                                /** Format: date-time */
                                changedAt: string;
                                /** Format: uuid */
                                id: string;
                                note: string;
                                number: number;
                                publishedAt: string | null;
                                /** @enum {string} */
                                state: "draft" | "published" | "retired";
                                tickets: number;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/playbook/calendar-years": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            makeUpWorkdays: string[];
                            offDays: string[];
                            /** @enum {string} */
                            source: "built_in" | "uploaded";
                            year: number;
                        }[];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/playbook/calendar-years/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    year: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        makeUpWorkdays: string[];
                        offDays: string[];
                        year: number;
                    } | string;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            makeUpWorkdays: string[];
                            offDays: string[];
                            /** @enum {string} */
                            source: "built_in" | "uploaded";
                            year: number;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/playbook/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            base: number;
                            changes: {
                                after: string;
                                before: string;
                                /** @enum {string} */
                                change: "added" | "removed" | "changed";
                                path: string;
                                where: string;
                            }[];
                            document: unknown;
                            issues: {
                                path: string;
                                problem: string;
                                remedy: string;
                            }[];
                            note: string;
                        };
                    };
                };
            };
        };
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        document: unknown;
                        /** @default  */
                        note?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            base: number;
                            changes: {
                                after: string;
                                before: string;
                                /** @enum {string} */
                                change: "added" | "removed" | "changed";
                                path: string;
                                where: string;
                            }[];
                            document: unknown;
                            issues: {
                                path: string;
                                problem: string;
                                remedy: string;
                            }[];
                            note: string;
                        };
                    };
                };
            };
        };
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/playbook/packs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            key: string;
                            name: string;
                            summary: string;
                        }[];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/playbook/publication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        note: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            by: string;
                            /** Format: date-time */
                            changedAt: string;
                            /** Format: uuid */
                            id: string;
                            note: string;
                            number: number;
                            publishedAt: string | null;
                            /** @enum {string} */
                            state: "draft" | "published" | "retired";
                            tickets: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/playbook/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            by: string;
                            /** Format: date-time */
                            changedAt: string;
                            /** Format: uuid */
                            id: string;
                            note: string;
                            number: number;
                            publishedAt: string | null;
                            /** @enum {string} */
                            state: "draft" | "published" | "retired";
                            tickets: number;
                        }[];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/playbook/versions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            by: string;
                            /** Format: date-time */
                            changedAt: string;
                            document: {
                                calendars: {
                                    /** @default false */
                                    holidays: boolean;
                                    key: string;
                                    /** @enum {string} */
                                    kind: "always" | "shop" | "office";
                                    name: string | {
                                        en?: string;
                                        "zh-CN": string;
                                        "zh-TW"?: string;
                                    };
                                    week?: [
                                        [
                                            string,
                                            string
                                        ][],
                                        [
                                            string,
                                            string
                                        ][],
                                        [
                                            string,
                                            string
                                        ][],
                                        [
                                            string,
                                            string
                                        ][],
                                        [
                                            string,
                                            string
                                        ][],
                                        [
                                            string,
                                            string
                                        ][],
                                        [
                                            string,
                                            string
                                        ][]
                                    ];
                                }[];
                                categories: {
                                    children: {
                                        chip?: string | {
                                            en?: string;
                                            "zh-CN": string;
                                            "zh-TW"?: string;
                                        };
                                        /** @default 1 */
                                        impact: number;
                                        key: string;
                                        name: string | {
                                            en?: string;
                                            "zh-CN": string;
                                            "zh-TW"?: string;
                                        };
                                        /** @default 2 */
                                        severity: number;
                                        /** @default [] */
                                        words: string[];
                                    }[];
                                    key: string;
                                    name: string | {
                                        en?: string;
                                        "zh-CN": string;
                                        "zh-TW"?: string;
                                    };
                                }[];
                                /** @default [] */
                                causes: {
                                    /** @enum {string} */
                                    group: "people" | "equipment" | "material" | "method" | "surroundings" | "partner" | "customer" | "unknown";
                                    key: string;
                                    name: string | {
                                        en?: string;
                                        "zh-CN": string;
                                        "zh-TW"?: string;
                                    };
                                }[];
                                closing: {
                                    acceptedHours: number;
                                    ratingReasons: {
                                        key: string;
                                        label: string | {
                                            en?: string;
                                            "zh-CN": string;
                                            "zh-TW"?: string;
                                        };
                                    }[];
                                    rejectReasons: {
                                        key: string;
                                        label: string | {
                                            en?: string;
                                            "zh-CN": string;
                                            "zh-TW"?: string;
                                        };
                                    }[];
                                    remindBeforeDays: number;
                                    reopenDays: number;
                                    /** @default [] */
                                    required: {
                                        facts: ("root_cause" | "measure" | "satisfaction_asked" | "evidence" | "tasks_done")[];
                                        when: {
                                            kinds?: ("praise" | "suggestion" | "complaint" | "inquiry" | "emergency")[];
                                            priorities?: ("P1" | "P2" | "P3" | "P4")[];
                                        };
                                    }[];
                                    silentDays: number;
                                };
                                /**
                                 * @default {
                                 *       "currency": "CNY",
                                 *       "offers": [],
                                 *       "limits": [],
                                 *       "approvals": [
                                 *         {
                                 *           "overMinor": 0,
                                 *           "role": "lead"
                                 *         }
                                 *       ],
                                 *       "overBudgetRole": "region_manager",
                                 *       "doubleDays": 90,
                                 *       "pointMinor": 1,
                                 *       "couponDays": 60,
                                 *       "approveWithinMin": 1440
                                 *     }
                                 */
                                compensation: {
                                    approvals: {
                                        overMinor: number;
                                        /** @enum {string} */
                                        role: "shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin";
                                    }[];
                                    approveWithinMin: number;
                                    couponDays: number;
                                    currency: string;
                                    doubleDays: number;
                                    limits: {
                                        /** @enum {string} */
                                        role: "shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin";
                                        upToMinor: number;
                                    }[];
                                    offers: {
                                        amountMinor?: number;
                                        item?: string | {
                                            en?: string;
                                            "zh-CN": string;
                                            "zh-TW"?: string;
                                        };
                                        key: string;
                                        /** @enum {string} */
                                        kind: "refund" | "coupon" | "points" | "replacement" | "gift";
                                        name: string | {
                                            en?: string;
                                            "zh-CN": string;
                                            "zh-TW"?: string;
                                        };
                                        points?: number;
                                        reason: string | {
                                            en?: string;
                                            "zh-CN": string;
                                            "zh-TW"?: string;
                                        };
                                        when: {
                                            categories?: string[];
                                            customers?: ("new" | "regular" | "vip")[];
                                            kinds?: ("praise" | "suggestion" | "complaint" | "inquiry" | "emergency")[];
                                            severityFrom?: number;
                                        };
                                    }[];
                                    /** @enum {string} */
                                    overBudgetRole: "shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin";
                                    pointMinor: number;
                                    shopMonthMinor?: number;
                                };
                                fallbackCategory: string;
                                /** @enum {number} */
                                format: 1;
                                forms: {
                                    /** @enum {string} */
                                    channel: "qr" | "counter" | "website" | "api" | "wechat" | "email" | "chat" | "phone" | "sms" | "meituan" | "eleme" | "dianping" | "douyin" | "weibo" | "wechat_pay" | "mini_program" | "monitor" | "authority" | "public_post" | "salon" | "event" | "internal" | "import";
                                    fields: {
                                        hint?: string | {
                                            en?: string;
                                            "zh-CN": string;
                                            "zh-TW"?: string;
                                        };
                                        /** @enum {string} */
                                        key: "mood" | "category" | "content" | "photos" | "contact" | "name" | "purchasedAt" | "orderNumber" | "wants" | "table";
                                        label: string | {
                                            en?: string;
                                            "zh-CN": string;
                                            "zh-TW"?: string;
                                        };
                                        options?: {
                                            key: string;
                                            label: string | {
                                                en?: string;
                                                "zh-CN": string;
                                                "zh-TW"?: string;
                                            };
                                        }[];
                                        /** @default false */
                                        required: boolean;
                                    }[];
                                    privacy: string | {
                                        en?: string;
                                        "zh-CN": string;
                                        "zh-TW"?: string;
                                    };
                                    submit: string | {
                                        en?: string;
                                        "zh-CN": string;
                                        "zh-TW"?: string;
                                    };
                                    subtitle: string | {
                                        en?: string;
                                        "zh-CN": string;
                                        "zh-TW"?: string;
                                    };
                                    thanks: string | {
                                        en?: string;
                                        "zh-CN": string;
                                        "zh-TW"?: string;
                                    };
                                    title: string | {
                                        en?: string;
                                        "zh-CN": string;
                                        "zh-TW"?: string;
                                    };
                                }[];
                                impact: [
                                    string | {
                                        en?: string;
                                        "zh-CN": string;
                                        "zh-TW"?: string;
                                    },
                                    string | {
                                        en?: string;
                                        "zh-CN": string;
                                        "zh-TW"?: string;
                                    },
                                    string | {
                                        en?: string;
                                        "zh-CN": string;
                                        "zh-TW"?: string;
                                    },
                                    string | {
                                        en?: string;
                                        "zh-CN": string;
                                        "zh-TW"?: string;
                                    }
                                ];
                                industry: string;
                                kinds: {
                                    complaint: {
                                        impact: number;
                                        name: string | {
                                            en?: string;
                                            "zh-CN": string;
                                            "zh-TW"?: string;
                                        };
                                        severity: number;
                                    };
                                    emergency: {
                                        impact: number;
                                        name: string | {
                                            en?: string;
                                            "zh-CN": string;
                                            "zh-TW"?: string;
                                        };
                                        severity: number;
                                    };
                                    inquiry: {
                                        impact: number;
                                        name: string | {
                                            en?: string;
                                            "zh-CN": string;
                                            "zh-TW"?: string;
                                        };
                                        severity: number;
                                    };
                                    praise: {
                                        impact: number;
                                        name: string | {
                                            en?: string;
                                            "zh-CN": string;
                                            "zh-TW"?: string;
                                        };
                                        severity: number;
                                    };
                                    suggestion: {
                                        impact: number;
                                        name: string | {
                                            en?: string;
                                            "zh-CN": string;
                                            "zh-TW"?: string;
                                        };
                                        severity: number;
                                    };
                                };
                                matrix: [
                                    [
                                        "P1" | "P2" | "P3" | "P4",
                                        "P1" | "P2" | "P3" | "P4",
                                        "P1" | "P2" | "P3" | "P4",
                                        "P1" | "P2" | "P3" | "P4"
                                    ],
                                    [
                                        "P1" | "P2" | "P3" | "P4",
                                        "P1" | "P2" | "P3" | "P4",
                                        "P1" | "P2" | "P3" | "P4",
                                        "P1" | "P2" | "P3" | "P4"
                                    ],
                                    [
                                        "P1" | "P2" | "P3" | "P4",
                                        "P1" | "P2" | "P3" | "P4",
                                        "P1" | "P2" | "P3" | "P4",
                                        "P1" | "P2" | "P3" | "P4"
                                    ],
                                    [
                                        "P1" | "P2" | "P3" | "P4",
                                        "P1" | "P2" | "P3" | "P4",
                                        "P1" | "P2" | "P3" | "P4",
                                        "P1" | "P2" | "P3" | "P4"
                                    ]
                                ];
                                name: string | {
                                    en?: string;
                                    "zh-CN": string;
                                    "zh-TW"?: string;
                                };
                                responsibility: {
                                    chain: ("shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin")[];
                                    name: string | {
                                        en?: string;
                                        "zh-CN": string;
                                        "zh-TW"?: string;
                                    };
                                    /** @enum {string} */
                                    role: "shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin";
                                    team: string;
                                    /** @default [] */
                                    together: string[];
                                    when: {
                                        categories?: string[];
                                        channels?: ("qr" | "counter" | "website" | "api" | "wechat" | "email" | "chat" | "phone" | "sms" | "meituan" | "eleme" | "dianping" | "douyin" | "weibo" | "wechat_pay" | "mini_program" | "monitor" | "authority" | "public_post" | "salon" | "event" | "internal" | "import")[];
                                        kinds?: ("praise" | "suggestion" | "complaint" | "inquiry" | "emergency")[];
                                        priorities?: ("P1" | "P2" | "P3" | "P4")[];
                                        shops?: string[];
                                    };
                                }[];
                                /**
                                 * @default {
                                 *       "rules": [],
                                 *       "retryHours": 24,
                                 *       "tries": 3,
                                 *       "answerDays": 7,
                                 *       "hours": [
                                 *         "10:00",
                                 *         "20:00"
                                 *       ]
                                 *     }
                                 */
                                revisit: {
                                    answerDays: number;
                                    hours: [
                                        string,
                                        string
                                    ];
                                    retryHours: number;
                                    rules: {
                                        name: string | {
                                            en?: string;
                                            "zh-CN": string;
                                            "zh-TW"?: string;
                                        };
                                        /** @enum {string} */
                                        role: "shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin";
                                        visits: {
                                            afterDays: number;
                                            /** @enum {string} */
                                            means: "phone" | "written";
                                        }[];
                                        when: {
                                            categories?: string[];
                                            kinds?: ("praise" | "suggestion" | "complaint" | "inquiry" | "emergency")[];
                                            priorities?: ("P1" | "P2" | "P3" | "P4")[];
                                            reopened?: boolean;
                                        };
                                    }[];
                                    tries: number;
                                };
                                risks: {
                                    category: string;
                                    impact: number;
                                    key: string;
                                    name: string | {
                                        en?: string;
                                        "zh-CN": string;
                                        "zh-TW"?: string;
                                    };
                                    /** @default [] */
                                    notify: ("shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin")[];
                                    severity: number;
                                    /** @default [] */
                                    unless: string[];
                                    words: string[];
                                }[];
                                severity: [
                                    string | {
                                        en?: string;
                                        "zh-CN": string;
                                        "zh-TW"?: string;
                                    },
                                    string | {
                                        en?: string;
                                        "zh-CN": string;
                                        "zh-TW"?: string;
                                    },
                                    string | {
                                        en?: string;
                                        "zh-CN": string;
                                        "zh-TW"?: string;
                                    },
                                    string | {
                                        en?: string;
                                        "zh-CN": string;
                                        "zh-TW"?: string;
                                    }
                                ];
                                signals: {
                                    complaint: string[];
                                    empty: string[];
                                    inquiry: string[];
                                    many: string[];
                                    praise: string[];
                                    suggestion: string[];
                                    worse: string[];
                                };
                                sla: {
                                    /** @default 60 */
                                    alarmEverySec: number;
                                    /** @default 60 */
                                    escalateEveryMin: number;
                                    /** @default {} */
                                    kinds: {
                                        complaint?: {
                                            acknowledge?: {
                                                calendar: string;
                                                minutes: number;
                                            };
                                            plan?: {
                                                calendar: string;
                                                minutes: number;
                                            };
                                            resolve?: {
                                                calendar: string;
                                                minutes: number;
                                            };
                                            respond?: {
                                                calendar: string;
                                                minutes: number;
                                            };
                                        };
                                        emergency?: {
                                            acknowledge?: {
                                                calendar: string;
                                                minutes: number;
                                            };
                                            plan?: {
                                                calendar: string;
                                                minutes: number;
                                            };
                                            resolve?: {
                                                calendar: string;
                                                minutes: number;
                                            };
                                            respond?: {
                                                calendar: string;
                                                minutes: number;
                                            };
                                        };
                                        inquiry?: {
                                            acknowledge?: {
                                                calendar: string;
                                                minutes: number;
                                            };
                                            plan?: {
                                                calendar: string;
                                                minutes: number;
                                            };
                                            resolve?: {
                                                calendar: string;
                                                minutes: number;
                                            };
                                            respond?: {
                                                calendar: string;
                                                minutes: number;
                                            };
                                        };
                                        praise?: {
                                            acknowledge?: {
                                                calendar: string;
                                                minutes: number;
                                            };
                                            plan?: {
                                                calendar: string;
                                                minutes: number;
                                            };
                                            resolve?: {
                                                calendar: string;
                                                minutes: number;
                                            };
                                            respond?: {
                                                calendar: string;
                                                minutes: number;
                                            };
                                        };
                                        suggestion?: {
                                            acknowledge?: {
                                                calendar: string;
                                                minutes: number;
                                            };
                                            plan?: {
                                                calendar: string;
                                                minutes: number;
                                            };
                                            resolve?: {
                                                calendar: string;
                                                minutes: number;
                                            };
                                            respond?: {
                                                calendar: string;
                                                minutes: number;
                                            };
                                        };
                                    };
                                    P1: {
                                        acknowledge: {
                                            calendar: string;
                                            minutes: number;
                                        };
                                        plan?: {
                                            calendar: string;
                                            minutes: number;
                                        };
                                        resolve: {
                                            calendar: string;
                                            minutes: number;
                                        };
                                        respond: {
                                            calendar: string;
                                            minutes: number;
                                        };
                                    };
                                    P2: {
                                        acknowledge: {
                                            calendar: string;
                                            minutes: number;
                                        };
                                        plan?: {
                                            calendar: string;
                                            minutes: number;
                                        };
                                        resolve: {
                                            calendar: string;
                                            minutes: number;
                                        };
                                        respond: {
                                            calendar: string;
                                            minutes: number;
                                        };
                                    };
                                    P3: {
                                        acknowledge: {
                                            calendar: string;
                                            minutes: number;
                                        };
                                        plan?: {
                                            calendar: string;
                                            minutes: number;
                                        };
                                        resolve: {
                                            calendar: string;
                                            minutes: number;
                                        };
                                        respond: {
                                            calendar: string;
                                            minutes: number;
                                        };
                                    };
                                    P4: {
                                        acknowledge: {
                                            calendar: string;
                                            minutes: number;
                                        };
                                        plan?: {
                                            calendar: string;
                                            minutes: number;
                                        };
                                        resolve: {
                                            calendar: string;
                                            minutes: number;
                                        };
                                        respond: {
                                            calendar: string;
                                            minutes: number;
                                        };
                                    };
                                    /** @default 0.5 */
                                    reopenedFactor: number;
                                    /** @default 0.75 */
                                    warnAt: number;
                                };
                                summary: string | {
                                    en?: string;
                                    "zh-CN": string;
                                    "zh-TW"?: string;
                                };
                                teams: {
                                    key: string;
                                    name: string | {
                                        en?: string;
                                        "zh-CN": string;
                                        "zh-TW"?: string;
                                    };
                                    publicName: string | {
                                        en?: string;
                                        "zh-CN": string;
                                        "zh-TW"?: string;
                                    };
                                    roles: ("shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin")[];
                                }[];
                                templates: {
                                    key: string;
                                    /** @default [] */
                                    kinds: ("praise" | "suggestion" | "complaint" | "inquiry" | "emergency")[];
                                    name: string | {
                                        en?: string;
                                        "zh-CN": string;
                                        "zh-TW"?: string;
                                    };
                                    /** @enum {string} */
                                    scenario: "acknowledgement" | "greeting" | "ask_details" | "apology" | "plan" | "proposal" | "praise" | "inquiry" | "suggestion" | "remind_confirm" | "closed_silent" | "closing" | "emergency" | "compensation" | "revisit_written" | "revisit_call";
                                    text: string | {
                                        en?: string;
                                        "zh-CN": string;
                                        "zh-TW"?: string;
                                    };
                                    /** @enum {string} */
                                    tone: "formal" | "warm" | "brief";
                                }[];
                            };
                            /** Format: uuid */
                            id: string;
                            note: string;
                            number: number;
                            publishedAt: string | null;
                            /** @enum {string} */
                            state: "draft" | "published" | "retired";
                            tickets: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/public-posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default  */
                        author?: string;
                        content: string;
                        /** @default [] */
                        photos?: string[];
                        shopId: string | null;
                        site: string;
                        /** Format: uri */
                        url: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            dueAt: string | null;
                            known: boolean;
                            number: string;
                            provisional: boolean;
                            /** Format: uuid */
                            ticketId: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/public/forms/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    locale?: "zh-CN" | "zh-TW" | "en";
                };
                header?: never;
                path: {
                    slug: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            brand: string;
                            categories: {
                                key: string;
                                label: string;
                            }[];
                            /** @enum {string} */
                            channel: "qr" | "counter" | "website" | "api" | "wechat" | "email" | "chat" | "phone" | "sms" | "meituan" | "eleme" | "dianping" | "douyin" | "weibo" | "wechat_pay" | "mini_program" | "monitor" | "authority" | "public_post" | "salon" | "event" | "internal" | "import";
                            fields: {
                                hint: string;
                                /** @enum {string} */
                                key: "mood" | "category" | "content" | "photos" | "contact" | "name" | "purchasedAt" | "orderNumber" | "wants" | "table";
                                label: string;
                                options: {
                                    key: string;
                                    label: string;
                                }[];
                                required: boolean;
                            }[];
                            place: string;
                            privacy: string;
                            shop: string;
                            shops: {
                                code: string;
                                name: string;
                            }[];
                            submit: string;
                            subtitle: string;
                            thanks: string;
                            title: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/public/forms/{slug}/feedback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    slug: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        category?: string;
                        contact?: string;
                        /** @default  */
                        content?: string;
                        /**
                         * @default zh-CN
                         * @enum {string}
                         */
                        locale?: "zh-CN" | "zh-TW" | "en";
                        /** @enum {string} */
                        mood?: "good" | "fair" | "bad";
                        name?: string;
                        orderNumber?: string;
                        /** @default [] */
                        photos?: string[];
                        /** Format: date-time */
                        purchasedAt?: string;
                        shopCode?: string;
                        /** Format: uuid */
                        submissionId: string;
                        table?: string;
                        wants?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            acknowledgement: string;
                            /** Format: date-time */
                            expectedAt: string;
                            missing: ("mood" | "category" | "content" | "photos" | "contact" | "name" | "purchasedAt" | "orderNumber" | "wants" | "table")[];
                            number: string;
                            progress: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/public/forms/{slug}/photos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    slug: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            bytes: number;
                            height: number;
                            /** Format: uuid */
                            id: string;
                            mime: string;
                            name: string;
                            url: string;
                            width: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/public/progress/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    locale?: "zh-CN" | "zh-TW" | "en";
                };
                header?: never;
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            alsoNumbers: string[];
                            brand: string;
                            can: ("message" | "answer" | "rate" | "reopen")[];
                            expectedAt: string | null;
                            messages: {
                                /** Format: date-time */
                                at: string;
                                /** @enum {string} */
                                from: "you" | "us";
                                /** Format: uuid */
                                id: string;
                                photos: {
                                    bytes: number;
                                    height: number;
                                    /** Format: uuid */
                                    id: string;
                                    mime: string;
                                    name: string;
                                    url: string;
                                    width: number;
                                }[];
                                role: string;
                                text: string;
                            }[];
                            number: string;
                            proposal: {
                                /** Format: date-time */
                                at: string;
                                closesAt: string | null;
                                text: string;
                            } | null;
                            rating: {
                                stars: number;
                                words: string;
                            } | null;
                            ratingReasons: {
                                key: string;
                                label: string;
                            }[];
                            rejectReasons: {
                                key: string;
                                label: string;
                            }[];
                            responsible: string;
                            revisit: {
                                answer: ("content" | "not_content") | null;
                                /** Format: uuid */
                                id: string;
                            } | null;
                            shop: string;
                            /** @enum {string} */
                            state: "received" | "handling" | "waiting_you" | "proposed" | "resolved" | "closed";
                            steps: {
                                at: string | null;
                                /** @enum {string} */
                                key: "collect" | "classify" | "assign" | "handle" | "confirm" | "revisit";
                                /** @enum {string} */
                                state: "done" | "now" | "todo";
                                text: string;
                            }[];
                            title: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/public/progress/{token}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: {
                    locale?: "zh-CN" | "zh-TW" | "en";
                };
                header?: never;
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        accept: true;
                    } | {
                        /** @enum {boolean} */
                        accept: false;
                        reason: string;
                        /** @default  */
                        words?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            alsoNumbers: string[];
                            brand: string;
                            can: ("message" | "answer" | "rate" | "reopen")[];
                            expectedAt: string | null;
                            messages: {
                                /** Format: date-time */
                                at: string;
                                /** @enum {string} */
                                from: "you" | "us";
                                /** Format: uuid */
                                id: string;
                                photos: {
                                    bytes: number;
                                    height: number;
                                    /** Format: uuid */
                                    id: string;
                                    mime: string;
                                    name: string;
                                    url: string;
                                    width: number;
                                }[];
                                role: string;
                                text: string;
                            }[];
                            number: string;
                            proposal: {
                                /** Format: date-time */
                                at: string;
                                closesAt: string | null;
                                text: string;
                            } | null;
                            rating: {
                                stars: number;
                                words: string;
                            } | null;
                            ratingReasons: {
                                key: string;
                                label: string;
                            }[];
                            rejectReasons: {
                                key: string;
                                label: string;
                            }[];
                            responsible: string;
                            revisit: {
                                answer: ("content" | "not_content") | null;
                                /** Format: uuid */
                                id: string;
                            } | null;
                            shop: string;
                            /** @enum {string} */
                            state: "received" | "handling" | "waiting_you" | "proposed" | "resolved" | "closed";
                            steps: {
                                at: string | null;
                                /** @enum {string} */
                                key: "collect" | "classify" | "assign" | "handle" | "confirm" | "revisit";
                                /** @enum {string} */
                                state: "done" | "now" | "todo";
                                text: string;
                            }[];
                            title: string;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/public/progress/{token}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: {
                    locale?: "zh-CN" | "zh-TW" | "en";
                };
                header?: never;
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        messageId: string;
                        /** @default [] */
                        photos?: string[];
                        /** @default  */
                        text?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            alsoNumbers: string[];
                            brand: string;
                            can: ("message" | "answer" | "rate" | "reopen")[];
                            expectedAt: string | null;
                            messages: {
                                /** Format: date-time */
                                at: string;
                                /** @enum {string} */
                                from: "you" | "us";
                                /** Format: uuid */
                                id: string;
                                photos: {
                                    bytes: number;
                                    height: number;
                                    /** Format: uuid */
                                    id: string;
                                    mime: string;
                                    name: string;
                                    url: string;
                                    width: number;
                                }[];
                                role: string;
                                text: string;
                            }[];
                            number: string;
                            proposal: {
                                /** Format: date-time */
                                at: string;
                                closesAt: string | null;
                                text: string;
                            } | null;
                            rating: {
                                stars: number;
                                words: string;
                            } | null;
                            ratingReasons: {
                                key: string;
                                label: string;
                            }[];
                            rejectReasons: {
                                key: string;
                                label: string;
                            }[];
                            responsible: string;
                            revisit: {
                                answer: ("content" | "not_content") | null;
                                /** Format: uuid */
                                id: string;
                            } | null;
                            shop: string;
                            /** @enum {string} */
                            state: "received" | "handling" | "waiting_you" | "proposed" | "resolved" | "closed";
                            steps: {
                                at: string | null;
                                /** @enum {string} */
                                key: "collect" | "classify" | "assign" | "handle" | "confirm" | "revisit";
                                /** @enum {string} */
                                state: "done" | "now" | "todo";
                                text: string;
                            }[];
                            title: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/public/progress/{token}/photos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            bytes: number;
                            height: number;
                            /** Format: uuid */
                            id: string;
                            mime: string;
                            name: string;
                            url: string;
                            width: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/public/progress/{token}/photos/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    size?: "full" | "thumb";
                };
                header?: never;
                path: {
                    id: string;
                    token: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/public/progress/{token}/rating": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: {
                    locale?: "zh-CN" | "zh-TW" | "en";
                };
                header?: never;
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default [] */
                        reasons?: string[];
                        stars: number;
                        /** @default  */
                        words?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            alsoNumbers: string[];
                            brand: string;
                            can: ("message" | "answer" | "rate" | "reopen")[];
                            expectedAt: string | null;
                            messages: {
                                /** Format: date-time */
                                at: string;
                                /** @enum {string} */
                                from: "you" | "us";
                                /** Format: uuid */
                                id: string;
                                photos: {
                                    bytes: number;
                                    height: number;
                                    /** Format: uuid */
                                    id: string;
                                    mime: string;
                                    name: string;
                                    url: string;
                                    width: number;
                                }[];
                                role: string;
                                text: string;
                            }[];
                            number: string;
                            proposal: {
                                /** Format: date-time */
                                at: string;
                                closesAt: string | null;
                                text: string;
                            } | null;
                            rating: {
                                stars: number;
                                words: string;
                            } | null;
                            ratingReasons: {
                                key: string;
                                label: string;
                            }[];
                            rejectReasons: {
                                key: string;
                                label: string;
                            }[];
                            responsible: string;
                            revisit: {
                                answer: ("content" | "not_content") | null;
                                /** Format: uuid */
                                id: string;
                            } | null;
                            shop: string;
                            /** @enum {string} */
                            state: "received" | "handling" | "waiting_you" | "proposed" | "resolved" | "closed";
                            steps: {
                                at: string | null;
                                /** @enum {string} */
                                key: "collect" | "classify" | "assign" | "handle" | "confirm" | "revisit";
                                /** @enum {string} */
                                state: "done" | "now" | "todo";
                                text: string;
                            }[];
                            title: string;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/public/progress/{token}/revisit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: {
                    locale?: "zh-CN" | "zh-TW" | "en";
                };
                header?: never;
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        content: boolean;
                        /** Format: uuid */
                        id: string;
                        reason?: string;
                        stars?: number;
                        /** @default  */
                        words?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            alsoNumbers: string[];
                            brand: string;
                            can: ("message" | "answer" | "rate" | "reopen")[];
                            expectedAt: string | null;
                            messages: {
                                /** Format: date-time */
                                at: string;
                                /** @enum {string} */
                                from: "you" | "us";
                                /** Format: uuid */
                                id: string;
                                photos: {
                                    bytes: number;
                                    height: number;
                                    /** Format: uuid */
                                    id: string;
                                    mime: string;
                                    name: string;
                                    url: string;
                                    width: number;
                                }[];
                                role: string;
                                text: string;
                            }[];
                            number: string;
                            proposal: {
                                /** Format: date-time */
                                at: string;
                                closesAt: string | null;
                                text: string;
                            } | null;
                            rating: {
                                stars: number;
                                words: string;
                            } | null;
                            ratingReasons: {
                                key: string;
                                label: string;
                            }[];
                            rejectReasons: {
                                key: string;
                                label: string;
                            }[];
                            responsible: string;
                            revisit: {
                                answer: ("content" | "not_content") | null;
                                /** Format: uuid */
                                id: string;
                            } | null;
                            shop: string;
                            /** @enum {string} */
                            state: "received" | "handling" | "waiting_you" | "proposed" | "resolved" | "closed";
                            steps: {
                                at: string | null;
                                /** @enum {string} */
                                key: "collect" | "classify" | "assign" | "handle" | "confirm" | "revisit";
                                /** @enum {string} */
                                state: "done" | "now" | "todo";
                                text: string;
                            }[];
                            title: string;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/regions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            shops: number;
                        }[];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            shops: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/regions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            shops: number;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/revisits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    mine?: boolean | string;
                    shop?: string;
                    view?: "due" | "asked" | "planned" | "done";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            next: string | null;
                            rows: {
                                afterDays: number | null;
                                can: ("record" | "advance" | "move" | "cancel")[];
                                cycle: number;
                                doneAt: string | null;
                                doneBy: string;
                                dueAt: string | null;
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                means: "phone" | "written";
                                overdue: boolean;
                                owner: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                /** Format: date-time */
                                plannedAt: string;
                                result: ("content" | "not_content" | "no_answer" | "unreachable") | null;
                                stars: number | null;
                                /** @enum {string} */
                                state: "planned" | "due" | "asked" | "done" | "unreachable" | "cancelled";
                                ticket: {
                                    category: string;
                                    closedAt: string | null;
                                    customerName: string;
                                    /** Format: uuid */
                                    id: string;
                                    /** @enum {string} */
                                    kind: "praise" | "suggestion" | "complaint" | "inquiry" | "emergency";
                                    number: string;
                                    /** @enum {string} */
                                    priority: "P1" | "P2" | "P3" | "P4";
                                    shop: {
                                        /** Format: uuid */
                                        id: string;
                                        name: string;
                                    } | null;
                                    title: string;
                                };
                                /** Format: uuid */
                                ticketId: string;
                                tries: {
                                    /** Format: date-time */
                                    at: string;
                                    by: string;
                                    nextAt: string | null;
                                    /** @enum {string} */
                                    outcome: "missed" | "later";
                                    words: string;
                                }[];
                                words: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/revisits/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            afterDays: number | null;
                            can: ("record" | "advance" | "move" | "cancel")[];
                            canReveal: boolean;
                            contact: string;
                            cycle: number;
                            doneAt: string | null;
                            doneBy: string;
                            dueAt: string | null;
                            facts: {
                                cause: string;
                                compensation: string;
                                complaint: string;
                                rating: {
                                    stars: number;
                                    words: string;
                                } | null;
                                solution: string;
                            };
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            means: "phone" | "written";
                            mostTries: number;
                            overdue: boolean;
                            owner: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            /** Format: date-time */
                            plannedAt: string;
                            reasons: {
                                key: string;
                                label: string;
                            }[];
                            result: ("content" | "not_content" | "no_answer" | "unreachable") | null;
                            script: string;
                            stars: number | null;
                            /** @enum {string} */
                            state: "planned" | "due" | "asked" | "done" | "unreachable" | "cancelled";
                            ticket: {
                                category: string;
                                closedAt: string | null;
                                customerName: string;
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "praise" | "suggestion" | "complaint" | "inquiry" | "emergency";
                                number: string;
                                /** @enum {string} */
                                priority: "P1" | "P2" | "P3" | "P4";
                                shop: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                title: string;
                            };
                            /** Format: uuid */
                            ticketId: string;
                            tries: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                                nextAt: string | null;
                                /** @enum {string} */
                                outcome: "missed" | "later";
                                words: string;
                            }[];
                            words: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/revisits/{id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            afterDays: number | null;
                            can: ("record" | "advance" | "move" | "cancel")[];
                            canReveal: boolean;
                            contact: string;
                            cycle: number;
                            doneAt: string | null;
                            doneBy: string;
                            dueAt: string | null;
                            facts: {
                                cause: string;
                                compensation: string;
                                complaint: string;
                                rating: {
                                    stars: number;
                                    words: string;
                                } | null;
                                solution: string;
                            };
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            means: "phone" | "written";
                            mostTries: number;
                            overdue: boolean;
                            owner: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            /** Format: date-time */
                            plannedAt: string;
                            reasons: {
                                key: string;
                                label: string;
                            }[];
                            result: ("content" | "not_content" | "no_answer" | "unreachable") | null;
                            script: string;
                            stars: number | null;
                            /** @enum {string} */
                            state: "planned" | "due" | "asked" | "done" | "unreachable" | "cancelled";
                            ticket: {
                                category: string;
                                closedAt: string | null;
                                customerName: string;
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "praise" | "suggestion" | "complaint" | "inquiry" | "emergency";
                                number: string;
                                /** @enum {string} */
                                priority: "P1" | "P2" | "P3" | "P4";
                                shop: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                title: string;
                            };
                            /** Format: uuid */
                            ticketId: string;
                            tries: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                                nextAt: string | null;
                                /** @enum {string} */
                                outcome: "missed" | "later";
                                words: string;
                            }[];
                            words: string;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/revisits/{id}/result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        outcome: "content";
                        stars?: number;
                        /** @default  */
                        words?: string;
                    } | {
                        /** @enum {string} */
                        outcome: "not_content";
                        reason: string;
                        stars?: number;
                        words: string;
                    } | {
                        /** @enum {string} */
                        outcome: "missed";
                        /** @default  */
                        words?: string;
                    } | {
                        /** Format: date-time */
                        nextAt: string;
                        /** @enum {string} */
                        outcome: "later";
                        /** @default  */
                        words?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            afterDays: number | null;
                            can: ("record" | "advance" | "move" | "cancel")[];
                            canReveal: boolean;
                            contact: string;
                            cycle: number;
                            doneAt: string | null;
                            doneBy: string;
                            dueAt: string | null;
                            facts: {
                                cause: string;
                                compensation: string;
                                complaint: string;
                                rating: {
                                    stars: number;
                                    words: string;
                                } | null;
                                solution: string;
                            };
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            means: "phone" | "written";
                            mostTries: number;
                            overdue: boolean;
                            owner: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            /** Format: date-time */
                            plannedAt: string;
                            reasons: {
                                key: string;
                                label: string;
                            }[];
                            result: ("content" | "not_content" | "no_answer" | "unreachable") | null;
                            script: string;
                            stars: number | null;
                            /** @enum {string} */
                            state: "planned" | "due" | "asked" | "done" | "unreachable" | "cancelled";
                            ticket: {
                                category: string;
                                closedAt: string | null;
                                customerName: string;
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "praise" | "suggestion" | "complaint" | "inquiry" | "emergency";
                                number: string;
                                /** @enum {string} */
                                priority: "P1" | "P2" | "P3" | "P4";
                                shop: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                title: string;
                            };
                            /** Format: uuid */
                            ticketId: string;
                            tries: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                                nextAt: string | null;
                                /** @enum {string} */
                                outcome: "missed" | "later";
                                words: string;
                            }[];
                            words: string;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/revisits/{id}/time": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date-time */
                        at?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            afterDays: number | null;
                            can: ("record" | "advance" | "move" | "cancel")[];
                            canReveal: boolean;
                            contact: string;
                            cycle: number;
                            doneAt: string | null;
                            doneBy: string;
                            dueAt: string | null;
                            facts: {
                                cause: string;
                                compensation: string;
                                complaint: string;
                                rating: {
                                    stars: number;
                                    words: string;
                                } | null;
                                solution: string;
                            };
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            means: "phone" | "written";
                            mostTries: number;
                            overdue: boolean;
                            owner: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            /** Format: date-time */
                            plannedAt: string;
                            reasons: {
                                key: string;
                                label: string;
                            }[];
                            result: ("content" | "not_content" | "no_answer" | "unreachable") | null;
                            script: string;
                            stars: number | null;
                            /** @enum {string} */
                            state: "planned" | "due" | "asked" | "done" | "unreachable" | "cancelled";
                            ticket: {
                                category: string;
                                closedAt: string | null;
                                customerName: string;
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "praise" | "suggestion" | "complaint" | "inquiry" | "emergency";
                                number: string;
                                /** @enum {string} */
                                priority: "P1" | "P2" | "P3" | "P4";
                                shop: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                title: string;
                            };
                            /** Format: uuid */
                            ticketId: string;
                            tries: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                                nextAt: string | null;
                                /** @enum {string} */
                                outcome: "missed" | "later";
                                words: string;
                            }[];
                            words: string;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/revisits/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            due: number;
                            mine: number;
                            overdue: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            actions: ({
                                /** @enum {string} */
                                do: "tag";
                                tags: string[];
                            } | {
                                /** @enum {string} */
                                do: "untag";
                                tags: string[];
                            } | {
                                /** @enum {string} */
                                do: "assignTo";
                                /** Format: uuid */
                                staffId: string;
                            } | {
                                /** @enum {string} */
                                do: "assignRole";
                                /** @enum {string} */
                                role: "shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin";
                            } | {
                                atLeast: number;
                                /** @enum {string} */
                                do: "severity";
                            } | {
                                /** @enum {string} */
                                do: "notifyStaff";
                                staffIds: string[];
                            } | {
                                /** @enum {string} */
                                do: "notifyRole";
                                /** @enum {string} */
                                role: "shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin";
                            } | {
                                /** @enum {string} */
                                do: "note";
                                text: string;
                            } | {
                                /** @enum {string} */
                                do: "task";
                                dueInMin: number;
                                /** @enum {string} */
                                role: "shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin";
                                title: string;
                            } | {
                                /** @enum {string} */
                                do: "reply";
                                template: string;
                            } | {
                                /** @enum {string} */
                                do: "setAside";
                                /** @enum {string} */
                                reason: "spam" | "abuse" | "empty" | "test";
                            })[];
                            after: {
                                min: number;
                                /** @enum {string} */
                                what: "opened" | "updated" | "due" | "waiting" | "proposed";
                            } | null;
                            conditions: ({
                                /** @enum {string} */
                                field: "status";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: ("new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside")[];
                            } | {
                                /** @enum {string} */
                                field: "kind";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: ("praise" | "suggestion" | "complaint" | "inquiry" | "emergency")[];
                            } | {
                                /** @enum {string} */
                                field: "priority";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: ("P1" | "P2" | "P3" | "P4")[];
                            } | {
                                /** @enum {string} */
                                field: "category";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: string[];
                            } | {
                                /** @enum {string} */
                                field: "channel";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: ("qr" | "counter" | "website" | "api" | "wechat" | "email" | "chat" | "phone" | "sms" | "meituan" | "eleme" | "dianping" | "douyin" | "weibo" | "wechat_pay" | "mini_program" | "monitor" | "authority" | "public_post" | "salon" | "event" | "internal" | "import")[];
                            } | {
                                /** @enum {string} */
                                field: "shop";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: (string | "none")[];
                            } | {
                                /** @enum {string} */
                                field: "region";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: string[];
                            } | {
                                /** @enum {string} */
                                field: "team";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: string[];
                            } | {
                                /** @enum {string} */
                                field: "assignee";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: (string | ("me" | "none"))[];
                            } | {
                                /** @enum {string} */
                                field: "tag";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: string[];
                            } | {
                                /** @enum {string} */
                                field: "cause";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: string[];
                            } | {
                                /** @enum {string} */
                                field: "mood";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: ("good" | "fair" | "bad")[];
                            } | {
                                /** @enum {string} */
                                field: "language";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: ("zh-CN" | "zh-TW" | "en")[];
                            } | {
                                /** @enum {string} */
                                field: "severity";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "impact";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "cycle";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "escalation";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "stars";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "rating";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "photos";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "openTasks";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "opened";
                                /** @enum {string} */
                                op: "within" | "before";
                                span: {
                                    amount: number;
                                    /** @enum {string} */
                                    unit: "minute" | "hour" | "day";
                                };
                            } | {
                                /** @enum {string} */
                                field: "updated";
                                /** @enum {string} */
                                op: "within" | "before";
                                span: {
                                    amount: number;
                                    /** @enum {string} */
                                    unit: "minute" | "hour" | "day";
                                };
                            } | {
                                /** @enum {string} */
                                field: "closed";
                                /** @enum {string} */
                                op: "within" | "before";
                                span: {
                                    amount: number;
                                    /** @enum {string} */
                                    unit: "minute" | "hour" | "day";
                                };
                            } | {
                                /** @enum {string} */
                                field: "due";
                                /** @enum {string} */
                                op: "within" | "before";
                                span: {
                                    amount: number;
                                    /** @enum {string} */
                                    unit: "minute" | "hour" | "day";
                                };
                            } | {
                                /** @enum {string} */
                                field: "open";
                                /** @enum {string} */
                                op: "is";
                                value: boolean;
                            } | {
                                /** @enum {string} */
                                field: "overdue";
                                /** @enum {string} */
                                op: "is";
                                value: boolean;
                            } | {
                                /** @enum {string} */
                                field: "lateReason";
                                /** @enum {string} */
                                op: "is";
                                value: boolean;
                            } | {
                                /** @enum {string} */
                                field: "knownCustomer";
                                /** @enum {string} */
                                op: "is";
                                value: boolean;
                            } | {
                                /** @enum {string} */
                                field: "words";
                                /** @enum {string} */
                                op: "contain" | "lack";
                                value: string;
                            })[];
                            failed: number;
                            fired: number;
                            /** Format: uuid */
                            id: string;
                            lastAt: string | null;
                            name: string;
                            on: boolean;
                            stops: boolean;
                            /** @enum {string} */
                            trigger: "opened" | "changed" | "time";
                            /** Format: date-time */
                            updatedAt: string;
                        }[];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        actions: ({
                            /** @enum {string} */
                            do: "tag";
                            tags: string[];
                        } | {
                            /** @enum {string} */
                            do: "untag";
                            tags: string[];
                        } | {
                            /** @enum {string} */
                            do: "assignTo";
                            /** Format: uuid */
                            staffId: string;
                        } | {
                            /** @enum {string} */
                            do: "assignRole";
                            /** @enum {string} */
                            role: "shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin";
                        } | {
                            atLeast: number;
                            /** @enum {string} */
                            do: "severity";
                        } | {
                            /** @enum {string} */
                            do: "notifyStaff";
                            staffIds: string[];
                        } | {
                            /** @enum {string} */
                            do: "notifyRole";
                            /** @enum {string} */
                            role: "shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin";
                        } | {
                            /** @enum {string} */
                            do: "note";
                            text: string;
                        } | {
                            /** @enum {string} */
                            do: "task";
                            dueInMin: number;
                            /** @enum {string} */
                            role: "shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin";
                            title: string;
                        } | {
                            /** @enum {string} */
                            do: "reply";
                            template: string;
                        } | {
                            /** @enum {string} */
                            do: "setAside";
                            /** @enum {string} */
                            reason: "spam" | "abuse" | "empty" | "test";
                        })[];
                        /** @default null */
                        after?: {
                            min: number;
                            /** @enum {string} */
                            what: "opened" | "updated" | "due" | "waiting" | "proposed";
                        } | null;
                        conditions: ({
                            /** @enum {string} */
                            field: "status";
                            /** @enum {string} */
                            op: "is" | "is_not";
                            values: ("new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside")[];
                        } | {
                            /** @enum {string} */
                            field: "kind";
                            /** @enum {string} */
                            op: "is" | "is_not";
                            values: ("praise" | "suggestion" | "complaint" | "inquiry" | "emergency")[];
                        } | {
                            /** @enum {string} */
                            field: "priority";
                            /** @enum {string} */
                            op: "is" | "is_not";
                            values: ("P1" | "P2" | "P3" | "P4")[];
                        } | {
                            /** @enum {string} */
                            field: "category";
                            /** @enum {string} */
                            op: "is" | "is_not";
                            values: string[];
                        } | {
                            /** @enum {string} */
                            field: "channel";
                            /** @enum {string} */
                            op: "is" | "is_not";
                            values: ("qr" | "counter" | "website" | "api" | "wechat" | "email" | "chat" | "phone" | "sms" | "meituan" | "eleme" | "dianping" | "douyin" | "weibo" | "wechat_pay" | "mini_program" | "monitor" | "authority" | "public_post" | "salon" | "event" | "internal" | "import")[];
                        } | {
                            /** @enum {string} */
                            field: "shop";
                            /** @enum {string} */
                            op: "is" | "is_not";
                            values: (string | "none")[];
                        } | {
                            /** @enum {string} */
                            field: "region";
                            /** @enum {string} */
                            op: "is" | "is_not";
                            values: string[];
                        } | {
                            /** @enum {string} */
                            field: "team";
                            /** @enum {string} */
                            op: "is" | "is_not";
                            values: string[];
                        } | {
                            /** @enum {string} */
                            field: "assignee";
                            /** @enum {string} */
                            op: "is" | "is_not";
                            values: (string | ("me" | "none"))[];
                        } | {
                            /** @enum {string} */
                            field: "tag";
                            /** @enum {string} */
                            op: "is" | "is_not";
                            values: string[];
                        } | {
                            /** @enum {string} */
                            field: "cause";
                            /** @enum {string} */
                            op: "is" | "is_not";
                            values: string[];
                        } | {
                            /** @enum {string} */
                            field: "mood";
                            /** @enum {string} */
                            op: "is" | "is_not";
                            values: ("good" | "fair" | "bad")[];
                        } | {
                            /** @enum {string} */
                            field: "language";
                            /** @enum {string} */
                            op: "is" | "is_not";
                            values: ("zh-CN" | "zh-TW" | "en")[];
                        } | {
                            /** @enum {string} */
                            field: "severity";
                            /** @enum {string} */
                            op: "at_least" | "at_most";
                            value: number;
                        } | {
                            /** @enum {string} */
                            field: "impact";
                            /** @enum {string} */
                            op: "at_least" | "at_most";
                            value: number;
                        } | {
                            /** @enum {string} */
                            field: "cycle";
                            /** @enum {string} */
                            op: "at_least" | "at_most";
                            value: number;
                        } | {
                            /** @enum {string} */
                            field: "escalation";
                            /** @enum {string} */
                            op: "at_least" | "at_most";
                            value: number;
                        } | {
                            /** @enum {string} */
                            field: "stars";
                            /** @enum {string} */
                            op: "at_least" | "at_most";
                            value: number;
                        } | {
                            /** @enum {string} */
                            field: "rating";
                            /** @enum {string} */
                            op: "at_least" | "at_most";
                            value: number;
                        } | {
                            /** @enum {string} */
                            field: "photos";
                            /** @enum {string} */
                            op: "at_least" | "at_most";
                            value: number;
                        } | {
                            /** @enum {string} */
                            field: "openTasks";
                            /** @enum {string} */
                            op: "at_least" | "at_most";
                            value: number;
                        } | {
                            /** @enum {string} */
                            field: "opened";
                            /** @enum {string} */
                            op: "within" | "before";
                            span: {
                                amount: number;
                                /** @enum {string} */
                                unit: "minute" | "hour" | "day";
                            };
                        } | {
                            /** @enum {string} */
                            field: "updated";
                            /** @enum {string} */
                            op: "within" | "before";
                            span: {
                                amount: number;
                                /** @enum {string} */
                                unit: "minute" | "hour" | "day";
                            };
                        } | {
                            /** @enum {string} */
                            field: "closed";
                            /** @enum {string} */
                            op: "within" | "before";
                            span: {
                                amount: number;
                                /** @enum {string} */
                                unit: "minute" | "hour" | "day";
                            };
                        } | {
                            /** @enum {string} */
                            field: "due";
                            /** @enum {string} */
                            op: "within" | "before";
                            span: {
                                amount: number;
                                /** @enum {string} */
                                unit: "minute" | "hour" | "day";
                            };
                        } | {
                            /** @enum {string} */
                            field: "open";
                            /** @enum {string} */
                            op: "is";
                            value: boolean;
                        } | {
                            /** @enum {string} */
                            field: "overdue";
                            /** @enum {string} */
                            op: "is";
                            value: boolean;
                        } | {
                            /** @enum {string} */
                            field: "lateReason";
                            /** @enum {string} */
                            op: "is";
                            value: boolean;
                        } | {
                            /** @enum {string} */
                            field: "knownCustomer";
                            /** @enum {string} */
                            op: "is";
                            value: boolean;
                        } | {
                            /** @enum {string} */
                            field: "words";
                            /** @enum {string} */
                            op: "contain" | "lack";
                            value: string;
                        })[];
                        name: string;
                        /** @default false */
                        stops?: boolean;
                        /** @enum {string} */
                        trigger: "opened" | "changed" | "time";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            actions: ({
                                /** @enum {string} */
                                do: "tag";
                                tags: string[];
                            } | {
                                /** @enum {string} */
                                do: "untag";
                                tags: string[];
                            } | {
                                /** @enum {string} */
                                do: "assignTo";
                                /** Format: uuid */
                                staffId: string;
                            } | {
                                /** @enum {string} */
                                do: "assignRole";
                                /** @enum {string} */
                                role: "shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin";
                            } | {
                                atLeast: number;
                                /** @enum {string} */
                                do: "severity";
                            } | {
                                /** @enum {string} */
                                do: "notifyStaff";
                                staffIds: string[];
                            } | {
                                /** @enum {string} */
                                do: "notifyRole";
                                /** @enum {string} */
                                role: "shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin";
                            } | {
                                /** @enum {string} */
                                do: "note";
                                text: string;
                            } | {
                                /** @enum {string} */
                                do: "task";
                                dueInMin: number;
                                /** @enum {string} */
                                role: "shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin";
                                title: string;
                            } | {
                                /** @enum {string} */
                                do: "reply";
                                template: string;
                            } | {
                                /** @enum {string} */
                                do: "setAside";
                                /** @enum {string} */
                                reason: "spam" | "abuse" | "empty" | "test";
                            })[];
                            after: {
                                min: number;
                                /** @enum {string} */
                                what: "opened" | "updated" | "due" | "waiting" | "proposed";
                            } | null;
                            conditions: ({
                                /** @enum {string} */
                                field: "status";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: ("new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside")[];
                            } | {
                                /** @enum {string} */
                                field: "kind";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: ("praise" | "suggestion" | "complaint" | "inquiry" | "emergency")[];
                            } | {
                                /** @enum {string} */
                                field: "priority";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: ("P1" | "P2" | "P3" | "P4")[];
                            } | {
                                /** @enum {string} */
                                field: "category";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: string[];
                            } | {
                                /** @enum {string} */
                                field: "channel";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: ("qr" | "counter" | "website" | "api" | "wechat" | "email" | "chat" | "phone" | "sms" | "meituan" | "eleme" | "dianping" | "douyin" | "weibo" | "wechat_pay" | "mini_program" | "monitor" | "authority" | "public_post" | "salon" | "event" | "internal" | "import")[];
                            } | {
                                /** @enum {string} */
                                field: "shop";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: (string | "none")[];
                            } | {
                                /** @enum {string} */
                                field: "region";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: string[];
                            } | {
                                /** @enum {string} */
                                field: "team";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: string[];
                            } | {
                                /** @enum {string} */
                                field: "assignee";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: (string | ("me" | "none"))[];
                            } | {
                                /** @enum {string} */
                                field: "tag";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: string[];
                            } | {
                                /** @enum {string} */
                                field: "cause";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: string[];
                            } | {
                                /** @enum {string} */
                                field: "mood";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: ("good" | "fair" | "bad")[];
                            } | {
                                /** @enum {string} */
                                field: "language";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: ("zh-CN" | "zh-TW" | "en")[];
                            } | {
                                /** @enum {string} */
                                field: "severity";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "impact";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "cycle";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "escalation";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "stars";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "rating";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "photos";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "openTasks";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "opened";
                                /** @enum {string} */
                                op: "within" | "before";
                                span: {
                                    amount: number;
                                    /** @enum {string} */
                                    unit: "minute" | "hour" | "day";
                                };
                            } | {
                                /** @enum {string} */
                                field: "updated";
                                /** @enum {string} */
                                op: "within" | "before";
                                span: {
                                    amount: number;
                                    /** @enum {string} */
                                    unit: "minute" | "hour" | "day";
                                };
                            } | {
                                /** @enum {string} */
                                field: "closed";
                                /** @enum {string} */
                                op: "within" | "before";
                                span: {
                                    amount: number;
                                    /** @enum {string} */
                                    unit: "minute" | "hour" | "day";
                                };
                            } | {
                                /** @enum {string} */
                                field: "due";
                                /** @enum {string} */
                                op: "within" | "before";
                                span: {
                                    amount: number;
                                    /** @enum {string} */
                                    unit: "minute" | "hour" | "day";
                                };
                            } | {
                                /** @enum {string} */
                                field: "open";
                                /** @enum {string} */
                                op: "is";
                                value: boolean;
                            } | {
                                /** @enum {string} */
                                field: "overdue";
                                /** @enum {string} */
                                op: "is";
                                value: boolean;
                            } | {
                                /** @enum {string} */
                                field: "lateReason";
                                /** @enum {string} */
                                op: "is";
                                value: boolean;
                            } | {
                                /** @enum {string} */
                                field: "knownCustomer";
                                /** @enum {string} */
                                op: "is";
                                value: boolean;
                            } | {
                                /** @enum {string} */
                                field: "words";
                                /** @enum {string} */
                                op: "contain" | "lack";
                                value: string;
                            })[];
                            failed: number;
                            fired: number;
                            /** Format: uuid */
                            id: string;
                            lastAt: string | null;
                            name: string;
                            on: boolean;
                            stops: boolean;
                            /** @enum {string} */
                            trigger: "opened" | "changed" | "time";
                            /** Format: date-time */
                            updatedAt: string;
                        }[];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        actions: ({
                            /** @enum {string} */
                            do: "tag";
                            tags: string[];
                        } | {
                            /** @enum {string} */
                            do: "untag";
                            tags: string[];
                        } | {
                            /** @enum {string} */
                            do: "assignTo";
                            /** Format: uuid */
                            staffId: string;
                        } | {
                            /** @enum {string} */
                            do: "assignRole";
                            /** @enum {string} */
                            role: "shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin";
                        } | {
                            atLeast: number;
                            /** @enum {string} */
                            do: "severity";
                        } | {
                            /** @enum {string} */
                            do: "notifyStaff";
                            staffIds: string[];
                        } | {
                            /** @enum {string} */
                            do: "notifyRole";
                            /** @enum {string} */
                            role: "shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin";
                        } | {
                            /** @enum {string} */
                            do: "note";
                            text: string;
                        } | {
                            /** @enum {string} */
                            do: "task";
                            dueInMin: number;
                            /** @enum {string} */
                            role: "shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin";
                            title: string;
                        } | {
                            /** @enum {string} */
                            do: "reply";
                            template: string;
                        } | {
                            /** @enum {string} */
                            do: "setAside";
                            /** @enum {string} */
                            reason: "spam" | "abuse" | "empty" | "test";
                        })[];
                        /** @default null */
                        after?: {
                            min: number;
                            /** @enum {string} */
                            what: "opened" | "updated" | "due" | "waiting" | "proposed";
                        } | null;
                        conditions: ({
                            /** @enum {string} */
                            field: "status";
                            /** @enum {string} */
                            op: "is" | "is_not";
                            values: ("new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside")[];
                        } | {
                            /** @enum {string} */
                            field: "kind";
                            /** @enum {string} */
                            op: "is" | "is_not";
                            values: ("praise" | "suggestion" | "complaint" | "inquiry" | "emergency")[];
                        } | {
                            /** @enum {string} */
                            field: "priority";
                            /** @enum {string} */
                            op: "is" | "is_not";
                            values: ("P1" | "P2" | "P3" | "P4")[];
                        } | {
                            /** @enum {string} */
                            field: "category";
                            /** @enum {string} */
                            op: "is" | "is_not";
                            values: string[];
                        } | {
                            /** @enum {string} */
                            field: "channel";
                            /** @enum {string} */
                            op: "is" | "is_not";
                            values: ("qr" | "counter" | "website" | "api" | "wechat" | "email" | "chat" | "phone" | "sms" | "meituan" | "eleme" | "dianping" | "douyin" | "weibo" | "wechat_pay" | "mini_program" | "monitor" | "authority" | "public_post" | "salon" | "event" | "internal" | "import")[];
                        } | {
                            /** @enum {string} */
                            field: "shop";
                            /** @enum {string} */
                            op: "is" | "is_not";
                            values: (string | "none")[];
                        } | {
                            /** @enum {string} */
                            field: "region";
                            /** @enum {string} */
                            op: "is" | "is_not";
                            values: string[];
                        } | {
                            /** @enum {string} */
                            field: "team";
                            /** @enum {string} */
                            op: "is" | "is_not";
                            values: string[];
                        } | {
                            /** @enum {string} */
                            field: "assignee";
                            /** @enum {string} */
                            op: "is" | "is_not";
                            values: (string | ("me" | "none"))[];
                        } | {
                            /** @enum {string} */
                            field: "tag";
                            /** @enum {string} */
                            op: "is" | "is_not";
                            values: string[];
                        } | {
                            /** @enum {string} */
                            field: "cause";
                            /** @enum {string} */
                            op: "is" | "is_not";
                            values: string[];
                        } | {
                            /** @enum {string} */
                            field: "mood";
                            /** @enum {string} */
                            op: "is" | "is_not";
                            values: ("good" | "fair" | "bad")[];
                        } | {
                            /** @enum {string} */
                            field: "language";
                            /** @enum {string} */
                            op: "is" | "is_not";
                            values: ("zh-CN" | "zh-TW" | "en")[];
                        } | {
                            /** @enum {string} */
                            field: "severity";
                            /** @enum {string} */
                            op: "at_least" | "at_most";
                            value: number;
                        } | {
                            /** @enum {string} */
                            field: "impact";
                            /** @enum {string} */
                            op: "at_least" | "at_most";
                            value: number;
                        } | {
                            /** @enum {string} */
                            field: "cycle";
                            /** @enum {string} */
                            op: "at_least" | "at_most";
                            value: number;
                        } | {
                            /** @enum {string} */
                            field: "escalation";
                            /** @enum {string} */
                            op: "at_least" | "at_most";
                            value: number;
                        } | {
                            /** @enum {string} */
                            field: "stars";
                            /** @enum {string} */
                            op: "at_least" | "at_most";
                            value: number;
                        } | {
                            /** @enum {string} */
                            field: "rating";
                            /** @enum {string} */
                            op: "at_least" | "at_most";
                            value: number;
                        } | {
                            /** @enum {string} */
                            field: "photos";
                            /** @enum {string} */
                            op: "at_least" | "at_most";
                            value: number;
                        } | {
                            /** @enum {string} */
                            field: "openTasks";
                            /** @enum {string} */
                            op: "at_least" | "at_most";
                            value: number;
                        } | {
                            /** @enum {string} */
                            field: "opened";
                            /** @enum {string} */
                            op: "within" | "before";
                            span: {
                                amount: number;
                                /** @enum {string} */
                                unit: "minute" | "hour" | "day";
                            };
                        } | {
                            /** @enum {string} */
                            field: "updated";
                            /** @enum {string} */
                            op: "within" | "before";
                            span: {
                                amount: number;
                                /** @enum {string} */
                                unit: "minute" | "hour" | "day";
                            };
                        } | {
                            /** @enum {string} */
                            field: "closed";
                            /** @enum {string} */
                            op: "within" | "before";
                            span: {
                                amount: number;
                                /** @enum {string} */
                                unit: "minute" | "hour" | "day";
                            };
                        } | {
                            /** @enum {string} */
                            field: "due";
                            /** @enum {string} */
                            op: "within" | "before";
                            span: {
                                amount: number;
                                /** @enum {string} */
                                unit: "minute" | "hour" | "day";
                            };
                        } | {
                            /** @enum {string} */
                            field: "open";
                            /** @enum {string} */
                            op: "is";
                            value: boolean;
                        } | {
                            /** @enum {string} */
                            field: "overdue";
                            /** @enum {string} */
                            op: "is";
                            value: boolean;
                        } | {
                            /** @enum {string} */
                            field: "lateReason";
                            /** @enum {string} */
                            op: "is";
                            value: boolean;
                        } | {
                            /** @enum {string} */
                            field: "knownCustomer";
                            /** @enum {string} */
                            op: "is";
                            value: boolean;
                        } | {
                            /** @enum {string} */
                            field: "words";
                            /** @enum {string} */
                            op: "contain" | "lack";
                            value: string;
                        })[];
                        name: string;
                        /** @default false */
                        stops?: boolean;
                        /** @enum {string} */
                        trigger: "opened" | "changed" | "time";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            actions: ({
                                /** @enum {string} */
                                do: "tag";
                                tags: string[];
                            } | {
                                /** @enum {string} */
                                do: "untag";
                                tags: string[];
                            } | {
                                /** @enum {string} */
                                do: "assignTo";
                                /** Format: uuid */
                                staffId: string;
                            } | {
                                /** @enum {string} */
                                do: "assignRole";
                                /** @enum {string} */
                                role: "shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin";
                            } | {
                                atLeast: number;
                                /** @enum {string} */
                                do: "severity";
                            } | {
                                /** @enum {string} */
                                do: "notifyStaff";
                                staffIds: string[];
                            } | {
                                /** @enum {string} */
                                do: "notifyRole";
                                /** @enum {string} */
                                role: "shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin";
                            } | {
                                /** @enum {string} */
                                do: "note";
                                text: string;
                            } | {
                                /** @enum {string} */
                                do: "task";
                                dueInMin: number;
                                /** @enum {string} */
                                role: "shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin";
                                title: string;
                            } | {
                                /** @enum {string} */
                                do: "reply";
                                template: string;
                            } | {
                                /** @enum {string} */
                                do: "setAside";
                                /** @enum {string} */
                                reason: "spam" | "abuse" | "empty" | "test";
                            })[];
                            after: {
                                min: number;
                                /** @enum {string} */
                                what: "opened" | "updated" | "due" | "waiting" | "proposed";
                            } | null;
                            conditions: ({
                                /** @enum {string} */
                                field: "status";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: ("new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside")[];
                            } | {
                                /** @enum {string} */
                                field: "kind";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: ("praise" | "suggestion" | "complaint" | "inquiry" | "emergency")[];
                            } | {
                                /** @enum {string} */
                                field: "priority";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: ("P1" | "P2" | "P3" | "P4")[];
                            } | {
                                /** @enum {string} */
                                field: "category";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: string[];
                            } | {
                                /** @enum {string} */
                                field: "channel";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: ("qr" | "counter" | "website" | "api" | "wechat" | "email" | "chat" | "phone" | "sms" | "meituan" | "eleme" | "dianping" | "douyin" | "weibo" | "wechat_pay" | "mini_program" | "monitor" | "authority" | "public_post" | "salon" | "event" | "internal" | "import")[];
                            } | {
                                /** @enum {string} */
                                field: "shop";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: (string | "none")[];
                            } | {
                                /** @enum {string} */
                                field: "region";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: string[];
                            } | {
                                /** @enum {string} */
                                field: "team";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: string[];
                            } | {
                                /** @enum {string} */
                                field: "assignee";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: (string | ("me" | "none"))[];
                            } | {
                                /** @enum {string} */
                                field: "tag";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: string[];
                            } | {
                                /** @enum {string} */
                                field: "cause";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: string[];
                            } | {
                                /** @enum {string} */
                                field: "mood";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: ("good" | "fair" | "bad")[];
                            } | {
                                /** @enum {string} */
                                field: "language";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: ("zh-CN" | "zh-TW" | "en")[];
                            } | {
                                /** @enum {string} */
                                field: "severity";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "impact";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "cycle";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "escalation";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "stars";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "rating";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "photos";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "openTasks";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "opened";
                                /** @enum {string} */
                                op: "within" | "before";
                                span: {
                                    amount: number;
                                    /** @enum {string} */
                                    unit: "minute" | "hour" | "day";
                                };
                            } | {
                                /** @enum {string} */
                                field: "updated";
                                /** @enum {string} */
                                op: "within" | "before";
                                span: {
                                    amount: number;
                                    /** @enum {string} */
                                    unit: "minute" | "hour" | "day";
                                };
                            } | {
                                /** @enum {string} */
                                field: "closed";
                                /** @enum {string} */
                                op: "within" | "before";
                                span: {
                                    amount: number;
                                    /** @enum {string} */
                                    unit: "minute" | "hour" | "day";
                                };
                            } | {
                                /** @enum {string} */
                                field: "due";
                                /** @enum {string} */
                                op: "within" | "before";
                                span: {
                                    amount: number;
                                    /** @enum {string} */
                                    unit: "minute" | "hour" | "day";
                                };
                            } | {
                                /** @enum {string} */
                                field: "open";
                                /** @enum {string} */
                                op: "is";
                                value: boolean;
                            } | {
                                /** @enum {string} */
                                field: "overdue";
                                /** @enum {string} */
                                op: "is";
                                value: boolean;
                            } | {
                                /** @enum {string} */
                                field: "lateReason";
                                /** @enum {string} */
                                op: "is";
                                value: boolean;
                            } | {
                                /** @enum {string} */
                                field: "knownCustomer";
                                /** @enum {string} */
                                op: "is";
                                value: boolean;
                            } | {
                                /** @enum {string} */
                                field: "words";
                                /** @enum {string} */
                                op: "contain" | "lack";
                                value: string;
                            })[];
                            failed: number;
                            fired: number;
                            /** Format: uuid */
                            id: string;
                            lastAt: string | null;
                            name: string;
                            on: boolean;
                            stops: boolean;
                            /** @enum {string} */
                            trigger: "opened" | "changed" | "time";
                            /** Format: date-time */
                            updatedAt: string;
                        }[];
                    };
                };
            };
        };
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            actions: ({
                                /** @enum {string} */
                                do: "tag";
                                tags: string[];
                            } | {
                                /** @enum {string} */
                                do: "untag";
                                tags: string[];
                            } | {
                                /** @enum {string} */
                                do: "assignTo";
                                /** Format: uuid */
                                staffId: string;
                            } | {
                                /** @enum {string} */
                                do: "assignRole";
                                /** @enum {string} */
                                role: "shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin";
                            } | {
                                atLeast: number;
                                /** @enum {string} */
                                do: "severity";
                            } | {
                                /** @enum {string} */
                                do: "notifyStaff";
                                staffIds: string[];
                            } | {
                                /** @enum {string} */
                                do: "notifyRole";
                                /** @enum {string} */
                                role: "shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin";
                            } | {
                                /** @enum {string} */
                                do: "note";
                                text: string;
                            } | {
                                /** @enum {string} */
                                do: "task";
                                dueInMin: number;
                                /** @enum {string} */
                                role: "shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin";
                                title: string;
                            } | {
                                /** @enum {string} */
                                do: "reply";
                                template: string;
                            } | {
                                /** @enum {string} */
                                do: "setAside";
                                /** @enum {string} */
                                reason: "spam" | "abuse" | "empty" | "test";
                            })[];
                            after: {
                                min: number;
                                /** @enum {string} */
                                what: "opened" | "updated" | "due" | "waiting" | "proposed";
                            } | null;
                            conditions: ({
                                /** @enum {string} */
                                field: "status";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: ("new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside")[];
                            } | {
                                /** @enum {string} */
                                field: "kind";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: ("praise" | "suggestion" | "complaint" | "inquiry" | "emergency")[];
                            } | {
                                /** @enum {string} */
                                field: "priority";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: ("P1" | "P2" | "P3" | "P4")[];
                            } | {
                                /** @enum {string} */
                                field: "category";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: string[];
                            } | {
                                /** @enum {string} */
                                field: "channel";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: ("qr" | "counter" | "website" | "api" | "wechat" | "email" | "chat" | "phone" | "sms" | "meituan" | "eleme" | "dianping" | "douyin" | "weibo" | "wechat_pay" | "mini_program" | "monitor" | "authority" | "public_post" | "salon" | "event" | "internal" | "import")[];
                            } | {
                                /** @enum {string} */
                                field: "shop";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: (string | "none")[];
                            } | {
                                /** @enum {string} */
                                field: "region";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: string[];
                            } | {
                                /** @enum {string} */
                                field: "team";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: string[];
                            } | {
                                /** @enum {string} */
                                field: "assignee";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: (string | ("me" | "none"))[];
                            } | {
                                /** @enum {string} */
                                field: "tag";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: string[];
                            } | {
                                /** @enum {string} */
                                field: "cause";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: string[];
                            } | {
                                /** @enum {string} */
                                field: "mood";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: ("good" | "fair" | "bad")[];
                            } | {
                                /** @enum {string} */
                                field: "language";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: ("zh-CN" | "zh-TW" | "en")[];
                            } | {
                                /** @enum {string} */
                                field: "severity";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "impact";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "cycle";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "escalation";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "stars";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "rating";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "photos";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "openTasks";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "opened";
                                /** @enum {string} */
                                op: "within" | "before";
                                span: {
                                    amount: number;
                                    /** @enum {string} */
                                    unit: "minute" | "hour" | "day";
                                };
                            } | {
                                /** @enum {string} */
                                field: "updated";
                                /** @enum {string} */
                                op: "within" | "before";
                                span: {
                                    amount: number;
                                    /** @enum {string} */
                                    unit: "minute" | "hour" | "day";
                                };
                            } | {
                                /** @enum {string} */
                                field: "closed";
                                /** @enum {string} */
                                op: "within" | "before";
                                span: {
                                    amount: number;
                                    /** @enum {string} */
                                    unit: "minute" | "hour" | "day";
                                };
                            } | {
                                /** @enum {string} */
                                field: "due";
                                /** @enum {string} */
                                op: "within" | "before";
                                span: {
                                    amount: number;
                                    /** @enum {string} */
                                    unit: "minute" | "hour" | "day";
                                };
                            } | {
                                /** @enum {string} */
                                field: "open";
                                /** @enum {string} */
                                op: "is";
                                value: boolean;
                            } | {
                                /** @enum {string} */
                                field: "overdue";
                                /** @enum {string} */
                                op: "is";
                                value: boolean;
                            } | {
                                /** @enum {string} */
                                field: "lateReason";
                                /** @enum {string} */
                                op: "is";
                                value: boolean;
                            } | {
                                /** @enum {string} */
                                field: "knownCustomer";
                                /** @enum {string} */
                                op: "is";
                                value: boolean;
                            } | {
                                /** @enum {string} */
                                field: "words";
                                /** @enum {string} */
                                op: "contain" | "lack";
                                value: string;
                            })[];
                            failed: number;
                            fired: number;
                            /** Format: uuid */
                            id: string;
                            lastAt: string | null;
                            name: string;
                            on: boolean;
                            stops: boolean;
                            /** @enum {string} */
                            trigger: "opened" | "changed" | "time";
                            /** Format: date-time */
                            updatedAt: string;
                        }[];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rules/{id}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            next: string | null;
                            runs: {
                                /** Format: date-time */
                                at: string;
                                did: {
                                    do: string;
                                    /** @enum {string} */
                                    problem?: "absent" | "nobody" | "notAllowed" | "noTemplate" | "already";
                                    text?: string;
                                    to?: string;
                                }[];
                                /** Format: uuid */
                                id: string;
                                problem: string;
                                ticket: {
                                    /** Format: uuid */
                                    id: string;
                                    number: string;
                                    title: string;
                                } | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rules/{id}/switch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        on: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            actions: ({
                                /** @enum {string} */
                                do: "tag";
                                tags: string[];
                            } | {
                                /** @enum {string} */
                                do: "untag";
                                tags: string[];
                            } | {
                                /** @enum {string} */
                                do: "assignTo";
                                /** Format: uuid */
                                staffId: string;
                            } | {
                                /** @enum {string} */
                                do: "assignRole";
                                /** @enum {string} */
                                role: "shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin";
                            } | {
                                atLeast: number;
                                /** @enum {string} */
                                do: "severity";
                            } | {
                                /** @enum {string} */
                                do: "notifyStaff";
                                staffIds: string[];
                            } | {
                                /** @enum {string} */
                                do: "notifyRole";
                                /** @enum {string} */
                                role: "shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin";
                            } | {
                                /** @enum {string} */
                                do: "note";
                                text: string;
                            } | {
                                /** @enum {string} */
                                do: "task";
                                dueInMin: number;
                                /** @enum {string} */
                                role: "shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin";
                                title: string;
                            } | {
                                /** @enum {string} */
                                do: "reply";
                                template: string;
                            } | {
                                /** @enum {string} */
                                do: "setAside";
                                /** @enum {string} */
                                reason: "spam" | "abuse" | "empty" | "test";
                            })[];
                            after: {
                                min: number;
                                /** @enum {string} */
                                what: "opened" | "updated" | "due" | "waiting" | "proposed";
                            } | null;
                            conditions: ({
                                /** @enum {string} */
                                field: "status";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: ("new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside")[];
                            } | {
                                /** @enum {string} */
                                field: "kind";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: ("praise" | "suggestion" | "complaint" | "inquiry" | "emergency")[];
                            } | {
                                /** @enum {string} */
                                field: "priority";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: ("P1" | "P2" | "P3" | "P4")[];
                            } | {
                                /** @enum {string} */
                                field: "category";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: string[];
                            } | {
                                /** @enum {string} */
                                field: "channel";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: ("qr" | "counter" | "website" | "api" | "wechat" | "email" | "chat" | "phone" | "sms" | "meituan" | "eleme" | "dianping" | "douyin" | "weibo" | "wechat_pay" | "mini_program" | "monitor" | "authority" | "public_post" | "salon" | "event" | "internal" | "import")[];
                            } | {
                                /** @enum {string} */
                                field: "shop";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: (string | "none")[];
                            } | {
                                /** @enum {string} */
                                field: "region";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: string[];
                            } | {
                                /** @enum {string} */
                                field: "team";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: string[];
                            } | {
                                /** @enum {string} */
                                field: "assignee";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: (string | ("me" | "none"))[];
                            } | {
                                /** @enum {string} */
                                field: "tag";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: string[];
                            } | {
                                /** @enum {string} */
                                field: "cause";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: string[];
                            } | {
                                /** @enum {string} */
                                field: "mood";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: ("good" | "fair" | "bad")[];
                            } | {
                                /** @enum {string} */
                                field: "language";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: ("zh-CN" | "zh-TW" | "en")[];
                            } | {
                                /** @enum {string} */
                                field: "severity";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "impact";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "cycle";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "escalation";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "stars";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "rating";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "photos";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "openTasks";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "opened";
                                /** @enum {string} */
                                op: "within" | "before";
                                span: {
                                    amount: number;
                                    /** @enum {string} */
                                    unit: "minute" | "hour" | "day";
                                };
                            } | {
                                /** @enum {string} */
                                field: "updated";
                                /** @enum {string} */
                                op: "within" | "before";
                                span: {
                                    amount: number;
                                    /** @enum {string} */
                                    unit: "minute" | "hour" | "day";
                                };
                            } | {
                                /** @enum {string} */
                                field: "closed";
                                /** @enum {string} */
                                op: "within" | "before";
                                span: {
                                    amount: number;
                                    /** @enum {string} */
                                    unit: "minute" | "hour" | "day";
                                };
                            } | {
                                /** @enum {string} */
                                field: "due";
                                /** @enum {string} */
                                op: "within" | "before";
                                span: {
                                    amount: number;
                                    /** @enum {string} */
                                    unit: "minute" | "hour" | "day";
                                };
                            } | {
                                /** @enum {string} */
                                field: "open";
                                /** @enum {string} */
                                op: "is";
                                value: boolean;
                            } | {
                                /** @enum {string} */
                                field: "overdue";
                                /** @enum {string} */
                                op: "is";
                                value: boolean;
                            } | {
                                /** @enum {string} */
                                field: "lateReason";
                                /** @enum {string} */
                                op: "is";
                                value: boolean;
                            } | {
                                /** @enum {string} */
                                field: "knownCustomer";
                                /** @enum {string} */
                                op: "is";
                                value: boolean;
                            } | {
                                /** @enum {string} */
                                field: "words";
                                /** @enum {string} */
                                op: "contain" | "lack";
                                value: string;
                            })[];
                            failed: number;
                            fired: number;
                            /** Format: uuid */
                            id: string;
                            lastAt: string | null;
                            name: string;
                            on: boolean;
                            stops: boolean;
                            /** @enum {string} */
                            trigger: "opened" | "changed" | "time";
                            /** Format: date-time */
                            updatedAt: string;
                        }[];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rules/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        ids: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            actions: ({
                                /** @enum {string} */
                                do: "tag";
                                tags: string[];
                            } | {
                                /** @enum {string} */
                                do: "untag";
                                tags: string[];
                            } | {
                                /** @enum {string} */
                                do: "assignTo";
                                /** Format: uuid */
                                staffId: string;
                            } | {
                                /** @enum {string} */
                                do: "assignRole";
                                /** @enum {string} */
                                role: "shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin";
                            } | {
                                atLeast: number;
                                /** @enum {string} */
                                do: "severity";
                            } | {
                                /** @enum {string} */
                                do: "notifyStaff";
                                staffIds: string[];
                            } | {
                                /** @enum {string} */
                                do: "notifyRole";
                                /** @enum {string} */
                                role: "shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin";
                            } | {
                                /** @enum {string} */
                                do: "note";
                                text: string;
                            } | {
                                /** @enum {string} */
                                do: "task";
                                dueInMin: number;
                                /** @enum {string} */
                                role: "shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin";
                                title: string;
                            } | {
                                /** @enum {string} */
                                do: "reply";
                                template: string;
                            } | {
                                /** @enum {string} */
                                do: "setAside";
                                /** @enum {string} */
                                reason: "spam" | "abuse" | "empty" | "test";
                            })[];
                            after: {
                                min: number;
                                /** @enum {string} */
                                what: "opened" | "updated" | "due" | "waiting" | "proposed";
                            } | null;
                            conditions: ({
                                /** @enum {string} */
                                field: "status";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: ("new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside")[];
                            } | {
                                /** @enum {string} */
                                field: "kind";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: ("praise" | "suggestion" | "complaint" | "inquiry" | "emergency")[];
                            } | {
                                /** @enum {string} */
                                field: "priority";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: ("P1" | "P2" | "P3" | "P4")[];
                            } | {
                                /** @enum {string} */
                                field: "category";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: string[];
                            } | {
                                /** @enum {string} */
                                field: "channel";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: ("qr" | "counter" | "website" | "api" | "wechat" | "email" | "chat" | "phone" | "sms" | "meituan" | "eleme" | "dianping" | "douyin" | "weibo" | "wechat_pay" | "mini_program" | "monitor" | "authority" | "public_post" | "salon" | "event" | "internal" | "import")[];
                            } | {
                                /** @enum {string} */
                                field: "shop";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: (string | "none")[];
                            } | {
                                /** @enum {string} */
                                field: "region";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: string[];
                            } | {
                                /** @enum {string} */
                                field: "team";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: string[];
                            } | {
                                /** @enum {string} */
                                field: "assignee";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: (string | ("me" | "none"))[];
                            } | {
                                /** @enum {string} */
                                field: "tag";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: string[];
                            } | {
                                /** @enum {string} */
                                field: "cause";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: string[];
                            } | {
                                /** @enum {string} */
                                field: "mood";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: ("good" | "fair" | "bad")[];
                            } | {
                                /** @enum {string} */
                                field: "language";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: ("zh-CN" | "zh-TW" | "en")[];
                            } | {
                                /** @enum {string} */
                                field: "severity";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "impact";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "cycle";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "escalation";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "stars";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "rating";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "photos";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "openTasks";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "opened";
                                /** @enum {string} */
                                op: "within" | "before";
                                span: {
                                    amount: number;
                                    /** @enum {string} */
                                    unit: "minute" | "hour" | "day";
                                };
                            } | {
                                /** @enum {string} */
                                field: "updated";
                                /** @enum {string} */
                                op: "within" | "before";
                                span: {
                                    amount: number;
                                    /** @enum {string} */
                                    unit: "minute" | "hour" | "day";
                                };
                            } | {
                                /** @enum {string} */
                                field: "closed";
                                /** @enum {string} */
                                op: "within" | "before";
                                span: {
                                    amount: number;
                                    /** @enum {string} */
                                    unit: "minute" | "hour" | "day";
                                };
                            } | {
                                /** @enum {string} */
                                field: "due";
                                /** @enum {string} */
                                op: "within" | "before";
                                span: {
                                    amount: number;
                                    /** @enum {string} */
                                    unit: "minute" | "hour" | "day";
                                };
                            } | {
                                /** @enum {string} */
                                field: "open";
                                /** @enum {string} */
                                op: "is";
                                value: boolean;
                            } | {
                                /** @enum {string} */
                                field: "overdue";
                                /** @enum {string} */
                                op: "is";
                                value: boolean;
                            } | {
                                /** @enum {string} */
                                field: "lateReason";
                                /** @enum {string} */
                                op: "is";
                                value: boolean;
                            } | {
                                /** @enum {string} */
                                field: "knownCustomer";
                                /** @enum {string} */
                                op: "is";
                                value: boolean;
                            } | {
                                /** @enum {string} */
                                field: "words";
                                /** @enum {string} */
                                op: "contain" | "lack";
                                value: string;
                            })[];
                            failed: number;
                            fired: number;
                            /** Format: uuid */
                            id: string;
                            lastAt: string | null;
                            name: string;
                            on: boolean;
                            stops: boolean;
                            /** @enum {string} */
                            trigger: "opened" | "changed" | "time";
                            /** Format: date-time */
                            updatedAt: string;
                        }[];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rules/trial": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default null */
                        after?: {
                            min: number;
                            /** @enum {string} */
                            what: "opened" | "updated" | "due" | "waiting" | "proposed";
                        } | null;
                        conditions: ({
                            /** @enum {string} */
                            field: "status";
                            /** @enum {string} */
                            op: "is" | "is_not";
                            values: ("new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside")[];
                        } | {
                            /** @enum {string} */
                            field: "kind";
                            /** @enum {string} */
                            op: "is" | "is_not";
                            values: ("praise" | "suggestion" | "complaint" | "inquiry" | "emergency")[];
                        } | {
                            /** @enum {string} */
                            field: "priority";
                            /** @enum {string} */
                            op: "is" | "is_not";
                            values: ("P1" | "P2" | "P3" | "P4")[];
                        } | {
                            /** @enum {string} */
                            field: "category";
                            /** @enum {string} */
                            op: "is" | "is_not";
                            values: string[];
                        } | {
                            /** @enum {string} */
                            field: "channel";
                            /** @enum {string} */
                            op: "is" | "is_not";
                            values: ("qr" | "counter" | "website" | "api" | "wechat" | "email" | "chat" | "phone" | "sms" | "meituan" | "eleme" | "dianping" | "douyin" | "weibo" | "wechat_pay" | "mini_program" | "monitor" | "authority" | "public_post" | "salon" | "event" | "internal" | "import")[];
                        } | {
                            /** @enum {string} */
                            field: "shop";
                            /** @enum {string} */
                            op: "is" | "is_not";
                            values: (string | "none")[];
                        } | {
                            /** @enum {string} */
                            field: "region";
                            /** @enum {string} */
                            op: "is" | "is_not";
                            values: string[];
                        } | {
                            /** @enum {string} */
                            field: "team";
                            /** @enum {string} */
                            op: "is" | "is_not";
                            values: string[];
                        } | {
                            /** @enum {string} */
                            field: "assignee";
                            /** @enum {string} */
                            op: "is" | "is_not";
                            values: (string | ("me" | "none"))[];
                        } | {
                            /** @enum {string} */
                            field: "tag";
                            /** @enum {string} */
                            op: "is" | "is_not";
                            values: string[];
                        } | {
                            /** @enum {string} */
                            field: "cause";
                            /** @enum {string} */
                            op: "is" | "is_not";
                            values: string[];
                        } | {
                            /** @enum {string} */
                            field: "mood";
                            /** @enum {string} */
                            op: "is" | "is_not";
                            values: ("good" | "fair" | "bad")[];
                        } | {
                            /** @enum {string} */
                            field: "language";
                            /** @enum {string} */
                            op: "is" | "is_not";
                            values: ("zh-CN" | "zh-TW" | "en")[];
                        } | {
                            /** @enum {string} */
                            field: "severity";
                            /** @enum {string} */
                            op: "at_least" | "at_most";
                            value: number;
                        } | {
                            /** @enum {string} */
                            field: "impact";
                            /** @enum {string} */
                            op: "at_least" | "at_most";
                            value: number;
                        } | {
                            /** @enum {string} */
                            field: "cycle";
                            /** @enum {string} */
                            op: "at_least" | "at_most";
                            value: number;
                        } | {
                            /** @enum {string} */
                            field: "escalation";
                            /** @enum {string} */
                            op: "at_least" | "at_most";
                            value: number;
                        } | {
                            /** @enum {string} */
                            field: "stars";
                            /** @enum {string} */
                            op: "at_least" | "at_most";
                            value: number;
                        } | {
                            /** @enum {string} */
                            field: "rating";
                            /** @enum {string} */
                            op: "at_least" | "at_most";
                            value: number;
                        } | {
                            /** @enum {string} */
                            field: "photos";
                            /** @enum {string} */
                            op: "at_least" | "at_most";
                            value: number;
                        } | {
                            /** @enum {string} */
                            field: "openTasks";
                            /** @enum {string} */
                            op: "at_least" | "at_most";
                            value: number;
                        } | {
                            /** @enum {string} */
                            field: "opened";
                            /** @enum {string} */
                            op: "within" | "before";
                            span: {
                                amount: number;
                                /** @enum {string} */
                                unit: "minute" | "hour" | "day";
                            };
                        } | {
                            /** @enum {string} */
                            field: "updated";
                            /** @enum {string} */
                            op: "within" | "before";
                            span: {
                                amount: number;
                                /** @enum {string} */
                                unit: "minute" | "hour" | "day";
                            };
                        } | {
                            /** @enum {string} */
                            field: "closed";
                            /** @enum {string} */
                            op: "within" | "before";
                            span: {
                                amount: number;
                                /** @enum {string} */
                                unit: "minute" | "hour" | "day";
                            };
                        } | {
                            /** @enum {string} */
                            field: "due";
                            /** @enum {string} */
                            op: "within" | "before";
                            span: {
                                amount: number;
                                /** @enum {string} */
                                unit: "minute" | "hour" | "day";
                            };
                        } | {
                            /** @enum {string} */
                            field: "open";
                            /** @enum {string} */
                            op: "is";
                            value: boolean;
                        } | {
                            /** @enum {string} */
                            field: "overdue";
                            /** @enum {string} */
                            op: "is";
                            value: boolean;
                        } | {
                            /** @enum {string} */
                            field: "lateReason";
                            /** @enum {string} */
                            op: "is";
                            value: boolean;
                        } | {
                            /** @enum {string} */
                            field: "knownCustomer";
                            /** @enum {string} */
                            op: "is";
                            value: boolean;
                        } | {
                            /** @enum {string} */
                            field: "words";
                            /** @enum {string} */
                            op: "contain" | "lack";
                            value: string;
                        })[];
                        /** @enum {string} */
                        trigger: "opened" | "changed" | "time";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            fits: number;
                            looked: number;
                            samples: {
                                /** Format: uuid */
                                id: string;
                                number: string;
                                /** Format: date-time */
                                openedAt: string;
                                priority: string;
                                title: string;
                            }[];
                            since: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/satisfaction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    by?: "shop" | "person" | "category" | "team";
                    days?: "7" | "30" | "90";
                    shop?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            reasons: {
                                count: number;
                                key: string;
                                label: string;
                            }[];
                            rows: {
                                average: number | null;
                                count: number;
                                few: boolean;
                                key: string;
                                name: string;
                                stars: number[];
                            }[];
                            total: {
                                average: number | null;
                                before: {
                                    average: number | null;
                                    count: number;
                                };
                                count: number;
                                stars: number[];
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/satisfaction/ratings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    by?: "shop" | "person" | "category" | "team";
                    cursor?: string;
                    days?: "7" | "30" | "90";
                    key?: string;
                    shop?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            next: string | null;
                            ratings: {
                                /** Format: date-time */
                                at: string;
                                cycle: number;
                                number: string;
                                reasons: string[];
                                shop: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                staff: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                stars: number;
                                /** Format: uuid */
                                ticketId: string;
                                title: string;
                                /** @enum {string} */
                                via: "page" | "phone" | "written";
                                words: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/saved-views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            canChange: boolean;
                            columns: ("number" | "title" | "customer" | "kind" | "category" | "priority" | "status" | "shop" | "assignee" | "opened" | "updated" | "due" | "tags" | "stars" | "cause" | "cycle" | "channel")[];
                            conditions: ({
                                /** @enum {string} */
                                field: "status";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: ("new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside")[];
                            } | {
                                /** @enum {string} */
                                field: "kind";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: ("praise" | "suggestion" | "complaint" | "inquiry" | "emergency")[];
                            } | {
                                /** @enum {string} */
                                field: "priority";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: ("P1" | "P2" | "P3" | "P4")[];
                            } | {
                                /** @enum {string} */
                                field: "category";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: string[];
                            } | {
                                /** @enum {string} */
                                field: "channel";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: ("qr" | "counter" | "website" | "api" | "wechat" | "email" | "chat" | "phone" | "sms" | "meituan" | "eleme" | "dianping" | "douyin" | "weibo" | "wechat_pay" | "mini_program" | "monitor" | "authority" | "public_post" | "salon" | "event" | "internal" | "import")[];
                            } | {
                                /** @enum {string} */
                                field: "shop";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: (string | "none")[];
                            } | {
                                /** @enum {string} */
                                field: "region";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: string[];
                            } | {
                                /** @enum {string} */
                                field: "team";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: string[];
                            } | {
                                /** @enum {string} */
                                field: "assignee";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: (string | ("me" | "none"))[];
                            } | {
                                /** @enum {string} */
                                field: "tag";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: string[];
                            } | {
                                /** @enum {string} */
                                field: "cause";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: string[];
                            } | {
                                /** @enum {string} */
                                field: "mood";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: ("good" | "fair" | "bad")[];
                            } | {
                                /** @enum {string} */
                                field: "language";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: ("zh-CN" | "zh-TW" | "en")[];
                            } | {
                                /** @enum {string} */
                                field: "severity";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "impact";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "cycle";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "escalation";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "stars";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "rating";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "photos";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "openTasks";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "opened";
                                /** @enum {string} */
                                op: "within" | "before";
                                span: {
                                    amount: number;
                                    /** @enum {string} */
                                    unit: "minute" | "hour" | "day";
                                };
                            } | {
                                /** @enum {string} */
                                field: "updated";
                                /** @enum {string} */
                                op: "within" | "before";
                                span: {
                                    amount: number;
                                    /** @enum {string} */
                                    unit: "minute" | "hour" | "day";
                                };
                            } | {
                                /** @enum {string} */
                                field: "closed";
                                /** @enum {string} */
                                op: "within" | "before";
                                span: {
                                    amount: number;
                                    /** @enum {string} */
                                    unit: "minute" | "hour" | "day";
                                };
                            } | {
                                /** @enum {string} */
                                field: "due";
                                /** @enum {string} */
                                op: "within" | "before";
                                span: {
                                    amount: number;
                                    /** @enum {string} */
                                    unit: "minute" | "hour" | "day";
                                };
                            } | {
                                /** @enum {string} */
                                field: "open";
                                /** @enum {string} */
                                op: "is";
                                value: boolean;
                            } | {
                                /** @enum {string} */
                                field: "overdue";
                                /** @enum {string} */
                                op: "is";
                                value: boolean;
                            } | {
                                /** @enum {string} */
                                field: "lateReason";
                                /** @enum {string} */
                                op: "is";
                                value: boolean;
                            } | {
                                /** @enum {string} */
                                field: "knownCustomer";
                                /** @enum {string} */
                                op: "is";
                                value: boolean;
                            } | {
                                /** @enum {string} */
                                field: "words";
                                /** @enum {string} */
                                op: "contain" | "lack";
                                value: string;
                            })[];
                            /** Format: uuid */
                            id: string;
                            name: string;
                            owner: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            shared: boolean;
                            /** @enum {string} */
                            sort: "updated" | "due" | "newest" | "oldest" | "priority";
                            /** @enum {string} */
                            view: "all" | "mine" | "team" | "unassigned" | "due_soon" | "breached" | "p1" | "waiting_customer" | "closed" | "set_aside" | "every";
                        }[];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default [] */
                        columns?: ("number" | "title" | "customer" | "kind" | "category" | "priority" | "status" | "shop" | "assignee" | "opened" | "updated" | "due" | "tags" | "stars" | "cause" | "cycle" | "channel")[];
                        conditions: ({
                            /** @enum {string} */
                            field: "status";
                            /** @enum {string} */
                            op: "is" | "is_not";
                            values: ("new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside")[];
                        } | {
                            /** @enum {string} */
                            field: "kind";
                            /** @enum {string} */
                            op: "is" | "is_not";
                            values: ("praise" | "suggestion" | "complaint" | "inquiry" | "emergency")[];
                        } | {
                            /** @enum {string} */
                            field: "priority";
                            /** @enum {string} */
                            op: "is" | "is_not";
                            values: ("P1" | "P2" | "P3" | "P4")[];
                        } | {
                            /** @enum {string} */
                            field: "category";
                            /** @enum {string} */
                            op: "is" | "is_not";
                            values: string[];
                        } | {
                            /** @enum {string} */
                            field: "channel";
                            /** @enum {string} */
                            op: "is" | "is_not";
                            values: ("qr" | "counter" | "website" | "api" | "wechat" | "email" | "chat" | "phone" | "sms" | "meituan" | "eleme" | "dianping" | "douyin" | "weibo" | "wechat_pay" | "mini_program" | "monitor" | "authority" | "public_post" | "salon" | "event" | "internal" | "import")[];
                        } | {
                            /** @enum {string} */
                            field: "shop";
                            /** @enum {string} */
                            op: "is" | "is_not";
                            values: (string | "none")[];
                        } | {
                            /** @enum {string} */
                            field: "region";
                            /** @enum {string} */
                            op: "is" | "is_not";
                            values: string[];
                        } | {
                            /** @enum {string} */
                            field: "team";
                            /** @enum {string} */
                            op: "is" | "is_not";
                            values: string[];
                        } | {
                            /** @enum {string} */
                            field: "assignee";
                            /** @enum {string} */
                            op: "is" | "is_not";
                            values: (string | ("me" | "none"))[];
                        } | {
                            /** @enum {string} */
                            field: "tag";
                            /** @enum {string} */
                            op: "is" | "is_not";
                            values: string[];
                        } | {
                            /** @enum {string} */
                            field: "cause";
                            /** @enum {string} */
                            op: "is" | "is_not";
                            values: string[];
                        } | {
                            /** @enum {string} */
                            field: "mood";
                            /** @enum {string} */
                            op: "is" | "is_not";
                            values: ("good" | "fair" | "bad")[];
                        } | {
                            /** @enum {string} */
                            field: "language";
                            /** @enum {string} */
                            op: "is" | "is_not";
                            values: ("zh-CN" | "zh-TW" | "en")[];
                        } | {
                            /** @enum {string} */
                            field: "severity";
                            /** @enum {string} */
                            op: "at_least" | "at_most";
                            value: number;
                        } | {
                            /** @enum {string} */
                            field: "impact";
                            /** @enum {string} */
                            op: "at_least" | "at_most";
                            value: number;
                        } | {
                            /** @enum {string} */
                            field: "cycle";
                            /** @enum {string} */
                            op: "at_least" | "at_most";
                            value: number;
                        } | {
                            /** @enum {string} */
                            field: "escalation";
                            /** @enum {string} */
                            op: "at_least" | "at_most";
                            value: number;
                        } | {
                            /** @enum {string} */
                            field: "stars";
                            /** @enum {string} */
                            op: "at_least" | "at_most";
                            value: number;
                        } | {
                            /** @enum {string} */
                            field: "rating";
                            /** @enum {string} */
                            op: "at_least" | "at_most";
                            value: number;
                        } | {
                            /** @enum {string} */
                            field: "photos";
                            /** @enum {string} */
                            op: "at_least" | "at_most";
                            value: number;
                        } | {
                            /** @enum {string} */
                            field: "openTasks";
                            /** @enum {string} */
                            op: "at_least" | "at_most";
                            value: number;
                        } | {
                            /** @enum {string} */
                            field: "opened";
                            /** @enum {string} */
                            op: "within" | "before";
                            span: {
                                amount: number;
                                /** @enum {string} */
                                unit: "minute" | "hour" | "day";
                            };
                        } | {
                            /** @enum {string} */
                            field: "updated";
                            /** @enum {string} */
                            op: "within" | "before";
                            span: {
                                amount: number;
                                /** @enum {string} */
                                unit: "minute" | "hour" | "day";
                            };
                        } | {
                            /** @enum {string} */
                            field: "closed";
                            /** @enum {string} */
                            op: "within" | "before";
                            span: {
                                amount: number;
                                /** @enum {string} */
                                unit: "minute" | "hour" | "day";
                            };
                        } | {
                            /** @enum {string} */
                            field: "due";
                            /** @enum {string} */
                            op: "within" | "before";
                            span: {
                                amount: number;
                                /** @enum {string} */
                                unit: "minute" | "hour" | "day";
                            };
                        } | {
                            /** @enum {string} */
                            field: "open";
                            /** @enum {string} */
                            op: "is";
                            value: boolean;
                        } | {
                            /** @enum {string} */
                            field: "overdue";
                            /** @enum {string} */
                            op: "is";
                            value: boolean;
                        } | {
                            /** @enum {string} */
                            field: "lateReason";
                            /** @enum {string} */
                            op: "is";
                            value: boolean;
                        } | {
                            /** @enum {string} */
                            field: "knownCustomer";
                            /** @enum {string} */
                            op: "is";
                            value: boolean;
                        } | {
                            /** @enum {string} */
                            field: "words";
                            /** @enum {string} */
                            op: "contain" | "lack";
                            value: string;
                        })[];
                        name: string;
                        /** @default false */
                        shared?: boolean;
                        /** @enum {string} */
                        sort: "updated" | "due" | "newest" | "oldest" | "priority";
                        /** @enum {string} */
                        view: "all" | "mine" | "team" | "unassigned" | "due_soon" | "breached" | "p1" | "waiting_customer" | "closed" | "set_aside" | "every";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            canChange: boolean;
                            columns: ("number" | "title" | "customer" | "kind" | "category" | "priority" | "status" | "shop" | "assignee" | "opened" | "updated" | "due" | "tags" | "stars" | "cause" | "cycle" | "channel")[];
                            conditions: ({
                                /** @enum {string} */
                                field: "status";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: ("new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside")[];
                            } | {
                                /** @enum {string} */
                                field: "kind";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: ("praise" | "suggestion" | "complaint" | "inquiry" | "emergency")[];
                            } | {
                                /** @enum {string} */
                                field: "priority";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: ("P1" | "P2" | "P3" | "P4")[];
                            } | {
                                /** @enum {string} */
                                field: "category";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: string[];
                            } | {
                                /** @enum {string} */
                                field: "channel";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: ("qr" | "counter" | "website" | "api" | "wechat" | "email" | "chat" | "phone" | "sms" | "meituan" | "eleme" | "dianping" | "douyin" | "weibo" | "wechat_pay" | "mini_program" | "monitor" | "authority" | "public_post" | "salon" | "event" | "internal" | "import")[];
                            } | {
                                /** @enum {string} */
                                field: "shop";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: (string | "none")[];
                            } | {
                                /** @enum {string} */
                                field: "region";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: string[];
                            } | {
                                /** @enum {string} */
                                field: "team";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: string[];
                            } | {
                                /** @enum {string} */
                                field: "assignee";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: (string | ("me" | "none"))[];
                            } | {
                                /** @enum {string} */
                                field: "tag";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: string[];
                            } | {
                                /** @enum {string} */
                                field: "cause";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: string[];
                            } | {
                                /** @enum {string} */
                                field: "mood";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: ("good" | "fair" | "bad")[];
                            } | {
                                /** @enum {string} */
                                field: "language";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: ("zh-CN" | "zh-TW" | "en")[];
                            } | {
                                /** @enum {string} */
                                field: "severity";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "impact";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "cycle";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "escalation";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "stars";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "rating";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "photos";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "openTasks";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "opened";
                                /** @enum {string} */
                                op: "within" | "before";
                                span: {
                                    amount: number;
                                    /** @enum {string} */
                                    unit: "minute" | "hour" | "day";
                                };
                            } | {
                                /** @enum {string} */
                                field: "updated";
                                /** @enum {string} */
                                op: "within" | "before";
                                span: {
                                    amount: number;
                                    /** @enum {string} */
                                    unit: "minute" | "hour" | "day";
                                };
                            } | {
                                /** @enum {string} */
                                field: "closed";
                                /** @enum {string} */
                                op: "within" | "before";
                                span: {
                                    amount: number;
                                    /** @enum {string} */
                                    unit: "minute" | "hour" | "day";
                                };
                            } | {
                                /** @enum {string} */
                                field: "due";
                                /** @enum {string} */
                                op: "within" | "before";
                                span: {
                                    amount: number;
                                    /** @enum {string} */
                                    unit: "minute" | "hour" | "day";
                                };
                            } | {
                                /** @enum {string} */
                                field: "open";
                                /** @enum {string} */
                                op: "is";
                                value: boolean;
                            } | {
                                /** @enum {string} */
                                field: "overdue";
                                /** @enum {string} */
                                op: "is";
                                value: boolean;
                            } | {
                                /** @enum {string} */
                                field: "lateReason";
                                /** @enum {string} */
                                op: "is";
                                value: boolean;
                            } | {
                                /** @enum {string} */
                                field: "knownCustomer";
                                /** @enum {string} */
                                op: "is";
                                value: boolean;
                            } | {
                                /** @enum {string} */
                                field: "words";
                                /** @enum {string} */
                                op: "contain" | "lack";
                                value: string;
                            })[];
                            /** Format: uuid */
                            id: string;
                            name: string;
                            owner: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            shared: boolean;
                            /** @enum {string} */
                            sort: "updated" | "due" | "newest" | "oldest" | "priority";
                            /** @enum {string} */
                            view: "all" | "mine" | "team" | "unassigned" | "due_soon" | "breached" | "p1" | "waiting_customer" | "closed" | "set_aside" | "every";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/saved-views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default [] */
                        columns?: ("number" | "title" | "customer" | "kind" | "category" | "priority" | "status" | "shop" | "assignee" | "opened" | "updated" | "due" | "tags" | "stars" | "cause" | "cycle" | "channel")[];
                        conditions: ({
                            /** @enum {string} */
                            field: "status";
                            /** @enum {string} */
                            op: "is" | "is_not";
                            values: ("new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside")[];
                        } | {
                            /** @enum {string} */
                            field: "kind";
                            /** @enum {string} */
                            op: "is" | "is_not";
                            values: ("praise" | "suggestion" | "complaint" | "inquiry" | "emergency")[];
                        } | {
                            /** @enum {string} */
                            field: "priority";
                            /** @enum {string} */
                            op: "is" | "is_not";
                            values: ("P1" | "P2" | "P3" | "P4")[];
                        } | {
                            /** @enum {string} */
                            field: "category";
                            /** @enum {string} */
                            op: "is" | "is_not";
                            values: string[];
                        } | {
                            /** @enum {string} */
                            field: "channel";
                            /** @enum {string} */
                            op: "is" | "is_not";
                            values: ("qr" | "counter" | "website" | "api" | "wechat" | "email" | "chat" | "phone" | "sms" | "meituan" | "eleme" | "dianping" | "douyin" | "weibo" | "wechat_pay" | "mini_program" | "monitor" | "authority" | "public_post" | "salon" | "event" | "internal" | "import")[];
                        } | {
                            /** @enum {string} */
                            field: "shop";
                            /** @enum {string} */
                            op: "is" | "is_not";
                            values: (string | "none")[];
                        } | {
                            /** @enum {string} */
                            field: "region";
                            /** @enum {string} */
                            op: "is" | "is_not";
                            values: string[];
                        } | {
                            /** @enum {string} */
                            field: "team";
                            /** @enum {string} */
                            op: "is" | "is_not";
                            values: string[];
                        } | {
                            /** @enum {string} */
                            field: "assignee";
                            /** @enum {string} */
                            op: "is" | "is_not";
                            values: (string | ("me" | "none"))[];
                        } | {
                            /** @enum {string} */
                            field: "tag";
                            /** @enum {string} */
                            op: "is" | "is_not";
                            values: string[];
                        } | {
                            /** @enum {string} */
                            field: "cause";
                            /** @enum {string} */
                            op: "is" | "is_not";
                            values: string[];
                        } | {
                            /** @enum {string} */
                            field: "mood";
                            /** @enum {string} */
                            op: "is" | "is_not";
                            values: ("good" | "fair" | "bad")[];
                        } | {
                            /** @enum {string} */
                            field: "language";
                            /** @enum {string} */
                            op: "is" | "is_not";
                            values: ("zh-CN" | "zh-TW" | "en")[];
                        } | {
                            /** @enum {string} */
                            field: "severity";
                            /** @enum {string} */
                            op: "at_least" | "at_most";
                            value: number;
                        } | {
                            /** @enum {string} */
                            field: "impact";
                            /** @enum {string} */
                            op: "at_least" | "at_most";
                            value: number;
                        } | {
                            /** @enum {string} */
                            field: "cycle";
                            /** @enum {string} */
                            op: "at_least" | "at_most";
                            value: number;
                        } | {
                            /** @enum {string} */
                            field: "escalation";
                            /** @enum {string} */
                            op: "at_least" | "at_most";
                            value: number;
                        } | {
                            /** @enum {string} */
                            field: "stars";
                            /** @enum {string} */
                            op: "at_least" | "at_most";
                            value: number;
                        } | {
                            /** @enum {string} */
                            field: "rating";
                            /** @enum {string} */
                            op: "at_least" | "at_most";
                            value: number;
                        } | {
                            /** @enum {string} */
                            field: "photos";
                            /** @enum {string} */
                            op: "at_least" | "at_most";
                            value: number;
                        } | {
                            /** @enum {string} */
                            field: "openTasks";
                            /** @enum {string} */
                            op: "at_least" | "at_most";
                            value: number;
                        } | {
                            /** @enum {string} */
                            field: "opened";
                            /** @enum {string} */
                            op: "within" | "before";
                            span: {
                                amount: number;
                                /** @enum {string} */
                                unit: "minute" | "hour" | "day";
                            };
                        } | {
                            /** @enum {string} */
                            field: "updated";
                            /** @enum {string} */
                            op: "within" | "before";
                            span: {
                                amount: number;
                                /** @enum {string} */
                                unit: "minute" | "hour" | "day";
                            };
                        } | {
                            /** @enum {string} */
                            field: "closed";
                            /** @enum {string} */
                            op: "within" | "before";
                            span: {
                                amount: number;
                                /** @enum {string} */
                                unit: "minute" | "hour" | "day";
                            };
                        } | {
                            /** @enum {string} */
                            field: "due";
                            /** @enum {string} */
                            op: "within" | "before";
                            span: {
                                amount: number;
                                /** @enum {string} */
                                unit: "minute" | "hour" | "day";
                            };
                        } | {
                            /** @enum {string} */
                            field: "open";
                            /** @enum {string} */
                            op: "is";
                            value: boolean;
                        } | {
                            /** @enum {string} */
                            field: "overdue";
                            /** @enum {string} */
                            op: "is";
                            value: boolean;
                        } | {
                            /** @enum {string} */
                            field: "lateReason";
                            /** @enum {string} */
                            op: "is";
                            value: boolean;
                        } | {
                            /** @enum {string} */
                            field: "knownCustomer";
                            /** @enum {string} */
                            op: "is";
                            value: boolean;
                        } | {
                            /** @enum {string} */
                            field: "words";
                            /** @enum {string} */
                            op: "contain" | "lack";
                            value: string;
                        })[];
                        name: string;
                        /** @default false */
                        shared?: boolean;
                        /** @enum {string} */
                        sort: "updated" | "due" | "newest" | "oldest" | "priority";
                        /** @enum {string} */
                        view: "all" | "mine" | "team" | "unassigned" | "due_soon" | "breached" | "p1" | "waiting_customer" | "closed" | "set_aside" | "every";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            canChange: boolean;
                            columns: ("number" | "title" | "customer" | "kind" | "category" | "priority" | "status" | "shop" | "assignee" | "opened" | "updated" | "due" | "tags" | "stars" | "cause" | "cycle" | "channel")[];
                            conditions: ({
                                /** @enum {string} */
                                field: "status";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: ("new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside")[];
                            } | {
                                /** @enum {string} */
                                field: "kind";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: ("praise" | "suggestion" | "complaint" | "inquiry" | "emergency")[];
                            } | {
                                /** @enum {string} */
                                field: "priority";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: ("P1" | "P2" | "P3" | "P4")[];
                            } | {
                                /** @enum {string} */
                                field: "category";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: string[];
                            } | {
                                /** @enum {string} */
                                field: "channel";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: ("qr" | "counter" | "website" | "api" | "wechat" | "email" | "chat" | "phone" | "sms" | "meituan" | "eleme" | "dianping" | "douyin" | "weibo" | "wechat_pay" | "mini_program" | "monitor" | "authority" | "public_post" | "salon" | "event" | "internal" | "import")[];
                            } | {
                                /** @enum {string} */
                                field: "shop";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: (string | "none")[];
                            } | {
                                /** @enum {string} */
                                field: "region";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: string[];
                            } | {
                                /** @enum {string} */
                                field: "team";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: string[];
                            } | {
                                /** @enum {string} */
                                field: "assignee";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: (string | ("me" | "none"))[];
                            } | {
                                /** @enum {string} */
                                field: "tag";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: string[];
                            } | {
                                /** @enum {string} */
                                field: "cause";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: string[];
                            } | {
                                /** @enum {string} */
                                field: "mood";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: ("good" | "fair" | "bad")[];
                            } | {
                                /** @enum {string} */
                                field: "language";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: ("zh-CN" | "zh-TW" | "en")[];
                            } | {
                                /** @enum {string} */
                                field: "severity";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "impact";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "cycle";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "escalation";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "stars";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "rating";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "photos";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "openTasks";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "opened";
                                /** @enum {string} */
                                op: "within" | "before";
                                span: {
                                    amount: number;
                                    /** @enum {string} */
                                    unit: "minute" | "hour" | "day";
                                };
                            } | {
                                /** @enum {string} */
                                field: "updated";
                                /** @enum {string} */
                                op: "within" | "before";
                                span: {
                                    amount: number;
                                    /** @enum {string} */
                                    unit: "minute" | "hour" | "day";
                                };
                            } | {
                                /** @enum {string} */
                                field: "closed";
                                /** @enum {string} */
                                op: "within" | "before";
                                span: {
                                    amount: number;
                                    /** @enum {string} */
                                    unit: "minute" | "hour" | "day";
                                };
                            } | {
                                /** @enum {string} */
                                field: "due";
                                /** @enum {string} */
                                op: "within" | "before";
                                span: {
                                    amount: number;
                                    /** @enum {string} */
                                    unit: "minute" | "hour" | "day";
                                };
                            } | {
                                /** @enum {string} */
                                field: "open";
                                /** @enum {string} */
                                op: "is";
                                value: boolean;
                            } | {
                                /** @enum {string} */
                                field: "overdue";
                                /** @enum {string} */
                                op: "is";
                                value: boolean;
                            } | {
                                /** @enum {string} */
                                field: "lateReason";
                                /** @enum {string} */
                                op: "is";
                                value: boolean;
                            } | {
                                /** @enum {string} */
                                field: "knownCustomer";
                                /** @enum {string} */
                                op: "is";
                                value: boolean;
                            } | {
                                /** @enum {string} */
                                field: "words";
                                /** @enum {string} */
                                op: "contain" | "lack";
                                value: string;
                            })[];
                            /** Format: uuid */
                            id: string;
                            name: string;
                            owner: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            shared: boolean;
                            /** @enum {string} */
                            sort: "updated" | "due" | "newest" | "oldest" | "priority";
                            /** @enum {string} */
                            view: "all" | "mine" | "team" | "unassigned" | "due_soon" | "breached" | "p1" | "waiting_customer" | "closed" | "set_aside" | "every";
                        };
                    };
                };
            };
        };
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/saved-views/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: {
                                count: number;
                                more: boolean;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/saved-views/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        ids: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            canChange: boolean;
                            columns: ("number" | "title" | "customer" | "kind" | "category" | "priority" | "status" | "shop" | "assignee" | "opened" | "updated" | "due" | "tags" | "stars" | "cause" | "cycle" | "channel")[];
                            conditions: ({
                                /** @enum {string} */
                                field: "status";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: ("new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside")[];
                            } | {
                                /** @enum {string} */
                                field: "kind";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: ("praise" | "suggestion" | "complaint" | "inquiry" | "emergency")[];
                            } | {
                                /** @enum {string} */
                                field: "priority";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: ("P1" | "P2" | "P3" | "P4")[];
                            } | {
                                /** @enum {string} */
                                field: "category";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: string[];
                            } | {
                                /** @enum {string} */
                                field: "channel";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: ("qr" | "counter" | "website" | "api" | "wechat" | "email" | "chat" | "phone" | "sms" | "meituan" | "eleme" | "dianping" | "douyin" | "weibo" | "wechat_pay" | "mini_program" | "monitor" | "authority" | "public_post" | "salon" | "event" | "internal" | "import")[];
                            } | {
                                /** @enum {string} */
                                field: "shop";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: (string | "none")[];
                            } | {
                                /** @enum {string} */
                                field: "region";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: string[];
                            } | {
                                /** @enum {string} */
                                field: "team";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: string[];
                            } | {
                                /** @enum {string} */
                                field: "assignee";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: (string | ("me" | "none"))[];
                            } | {
                                /** @enum {string} */
                                field: "tag";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: string[];
                            } | {
                                /** @enum {string} */
                                field: "cause";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: string[];
                            } | {
                                /** @enum {string} */
                                field: "mood";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: ("good" | "fair" | "bad")[];
                            } | {
                                /** @enum {string} */
                                field: "language";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                values: ("zh-CN" | "zh-TW" | "en")[];
                            } | {
                                /** @enum {string} */
                                field: "severity";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "impact";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "cycle";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "escalation";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "stars";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "rating";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "photos";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "openTasks";
                                /** @enum {string} */
                                op: "at_least" | "at_most";
                                value: number;
                            } | {
                                /** @enum {string} */
                                field: "opened";
                                /** @enum {string} */
                                op: "within" | "before";
                                span: {
                                    amount: number;
                                    /** @enum {string} */
                                    unit: "minute" | "hour" | "day";
                                };
                            } | {
                                /** @enum {string} */
                                field: "updated";
                                /** @enum {string} */
                                op: "within" | "before";
                                span: {
                                    amount: number;
                                    /** @enum {string} */
                                    unit: "minute" | "hour" | "day";
                                };
                            } | {
                                /** @enum {string} */
                                field: "closed";
                                /** @enum {string} */
                                op: "within" | "before";
                                span: {
                                    amount: number;
                                    /** @enum {string} */
                                    unit: "minute" | "hour" | "day";
                                };
                            } | {
                                /** @enum {string} */
                                field: "due";
                                /** @enum {string} */
                                op: "within" | "before";
                                span: {
                                    amount: number;
                                    /** @enum {string} */
                                    unit: "minute" | "hour" | "day";
                                };
                            } | {
                                /** @enum {string} */
                                field: "open";
                                /** @enum {string} */
                                op: "is";
                                value: boolean;
                            } | {
                                /** @enum {string} */
                                field: "overdue";
                                /** @enum {string} */
                                op: "is";
                                value: boolean;
                            } | {
                                /** @enum {string} */
                                field: "lateReason";
                                /** @enum {string} */
                                op: "is";
                                value: boolean;
                            } | {
                                /** @enum {string} */
                                field: "knownCustomer";
                                /** @enum {string} */
                                op: "is";
                                value: boolean;
                            } | {
                                /** @enum {string} */
                                field: "words";
                                /** @enum {string} */
                                op: "contain" | "lack";
                                value: string;
                            })[];
                            /** Format: uuid */
                            id: string;
                            name: string;
                            owner: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            shared: boolean;
                            /** @enum {string} */
                            sort: "updated" | "due" | "newest" | "oldest" | "priority";
                            /** @enum {string} */
                            view: "all" | "mine" | "team" | "unassigned" | "due_soon" | "breached" | "p1" | "waiting_customer" | "closed" | "set_aside" | "every";
                        }[];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query: {
                    assignee?: string;
                    category?: string;
                    channel?: "qr" | "counter" | "website" | "api" | "wechat" | "email" | "chat" | "phone" | "sms" | "meituan" | "eleme" | "dianping" | "douyin" | "weibo" | "wechat_pay" | "mini_program" | "monitor" | "authority" | "public_post" | "salon" | "event" | "internal" | "import";
                    conditions?: string;
                    cursor?: string;
                    kind?: "praise" | "suggestion" | "complaint" | "inquiry" | "emergency";
                    limit?: number;
                    priority?: "P1" | "P2" | "P3" | "P4";
                    q: string;
                    reopened?: boolean | string;
                    shop?: string;
                    status?: "new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside";
                    view?: "all" | "mine" | "team" | "unassigned" | "due_soon" | "breached" | "p1" | "waiting_customer" | "closed" | "set_aside" | "every";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            next: string | null;
                            rows: {
                                assignee: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                category: string;
                                cause: string;
                                /** @enum {string} */
                                channel: "qr" | "counter" | "website" | "api" | "wechat" | "email" | "chat" | "phone" | "sms" | "meituan" | "eleme" | "dianping" | "douyin" | "weibo" | "wechat_pay" | "mini_program" | "monitor" | "authority" | "public_post" | "salon" | "event" | "internal" | "import";
                                channelName: string;
                                clock: {
                                    calendar: string;
                                    cycle: number;
                                    dueAt: string | null;
                                    late: boolean;
                                    metAt: string | null;
                                    /** @enum {string} */
                                    metric: "acknowledge" | "respond" | "plan" | "resolve";
                                    provisional: boolean;
                                    /** Format: date-time */
                                    startedAt: string;
                                    /** @enum {string} */
                                    state: "active" | "paused" | "met" | "breached" | "cancelled";
                                    targetMin: number;
                                    warnAt: string | null;
                                } | null;
                                customerName: string;
                                cycle: number;
                                draft: boolean;
                                escalation: number;
                                excerpt: string;
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "praise" | "suggestion" | "complaint" | "inquiry" | "emergency";
                                lateReason: string;
                                matches: {
                                    /** Format: date-time */
                                    at: string;
                                    by: string;
                                    /** @enum {string} */
                                    field: "number" | "text" | "order" | "customer" | "message_in" | "message_out" | "note";
                                    parts: {
                                        hit: boolean;
                                        text: string;
                                    }[];
                                }[];
                                number: string;
                                /** Format: date-time */
                                openedAt: string;
                                openTasks: number;
                                photos: number;
                                /** @enum {string} */
                                priority: "P1" | "P2" | "P3" | "P4";
                                shop: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                stars: number | null;
                                /** @enum {string} */
                                status: "new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside";
                                tags: string[];
                                teamName: string;
                                title: string;
                                titleParts: {
                                    hit: boolean;
                                    text: string;
                                }[];
                                unread: boolean;
                                /** Format: date-time */
                                updatedAt: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            away: boolean;
                            brand: {
                                /** Format: uuid */
                                id: string;
                                industry: string;
                                name: string;
                                zone: string;
                            };
                            can: string[];
                            demo: boolean;
                            grants: {
                                extent: {
                                    /** @enum {string} */
                                    kind: "brand";
                                } | {
                                    /** @enum {string} */
                                    kind: "region";
                                    /** Format: uuid */
                                    regionId: string;
                                } | {
                                    /** @enum {string} */
                                    kind: "shop";
                                    /** Format: uuid */
                                    shopId: string;
                                };
                                /** @enum {string} */
                                role: "shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin";
                            }[];
                            /** @enum {string} */
                            locale: "zh-CN" | "zh-TW" | "en";
                            login: string;
                            name: string;
                            /** Format: uuid */
                            staffId: string;
                            /** @enum {string} */
                            theme: "auto" | "light" | "dark";
                            totpOn: boolean;
                        };
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        login: string;
                        password: string;
                        totp?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            away: boolean;
                            brand: {
                                /** Format: uuid */
                                id: string;
                                industry: string;
                                name: string;
                                zone: string;
                            };
                            can: string[];
                            demo: boolean;
                            grants: {
                                extent: {
                                    /** @enum {string} */
                                    kind: "brand";
                                } | {
                                    /** @enum {string} */
                                    kind: "region";
                                    /** Format: uuid */
                                    regionId: string;
                                } | {
                                    /** @enum {string} */
                                    kind: "shop";
                                    /** Format: uuid */
                                    shopId: string;
                                };
                                /** @enum {string} */
                                role: "shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin";
                            }[];
                            /** @enum {string} */
                            locale: "zh-CN" | "zh-TW" | "en";
                            login: string;
                            name: string;
                            /** Format: uuid */
                            staffId: string;
                            /** @enum {string} */
                            theme: "auto" | "light" | "dark";
                            totpOn: boolean;
                        };
                    };
                };
            };
        };
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            agent: string;
                            /** Format: date-time */
                            createdAt: string;
                            current: boolean;
                            /** Format: uuid */
                            id: string;
                            ip: string;
                            /** Format: date-time */
                            seenAt: string;
                        }[];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            demo: boolean;
                            needed: boolean;
                            packs: {
                                key: string;
                                name: string;
                                summary: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        admin: {
                            login: string;
                            name: string;
                            password: string;
                        };
                        brand: {
                            name: string;
                            pack: string;
                        };
                        shop: {
                            /** @default  */
                            address?: string;
                            name: string;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            away: boolean;
                            brand: {
                                /** Format: uuid */
                                id: string;
                                industry: string;
                                name: string;
                                zone: string;
                            };
                            can: string[];
                            demo: boolean;
                            grants: {
                                extent: {
                                    /** @enum {string} */
                                    kind: "brand";
                                } | {
                                    /** @enum {string} */
                                    kind: "region";
                                    /** Format: uuid */
                                    regionId: string;
                                } | {
                                    /** @enum {string} */
                                    kind: "shop";
                                    /** Format: uuid */
                                    shopId: string;
                                };
                                /** @enum {string} */
                                role: "shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin";
                            }[];
                            /** @enum {string} */
                            locale: "zh-CN" | "zh-TW" | "en";
                            login: string;
                            name: string;
                            /** Format: uuid */
                            staffId: string;
                            /** @enum {string} */
                            theme: "auto" | "light" | "dark";
                            totpOn: boolean;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shops": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            address: string;
                            code: string;
                            departments: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            }[];
                            hours: [
                                [
                                    string,
                                    string
                                ][],
                                [
                                    string,
                                    string
                                ][],
                                [
                                    string,
                                    string
                                ][],
                                [
                                    string,
                                    string
                                ][],
                                [
                                    string,
                                    string
                                ][],
                                [
                                    string,
                                    string
                                ][],
                                [
                                    string,
                                    string
                                ][]
                            ];
                            /** Format: uuid */
                            id: string;
                            name: string;
                            phone: string;
                            /** Format: uuid */
                            regionId: string;
                            regionName: string;
                            staffCount: number;
                            /** @enum {string} */
                            state: "open" | "paused" | "closed";
                            zone: string;
                        }[];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default  */
                        address?: string;
                        code: string;
                        /** @default [] */
                        departments?: string[];
                        hours: [
                            [
                                string,
                                string
                            ][],
                            [
                                string,
                                string
                            ][],
                            [
                                string,
                                string
                            ][],
                            [
                                string,
                                string
                            ][],
                            [
                                string,
                                string
                            ][],
                            [
                                string,
                                string
                            ][],
                            [
                                string,
                                string
                            ][]
                        ];
                        name: string;
                        /** @default  */
                        phone?: string;
                        /** Format: uuid */
                        regionId: string;
                        /**
                         * @default open
                         * @enum {string}
                         */
                        state?: "open" | "paused" | "closed";
                        /** @default Asia/Shanghai */
                        zone?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            address: string;
                            code: string;
                            departments: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            }[];
                            hours: [
                                [
                                    string,
                                    string
                                ][],
                                [
                                    string,
                                    string
                                ][],
                                [
                                    string,
                                    string
                                ][],
                                [
                                    string,
                                    string
                                ][],
                                [
                                    string,
                                    string
                                ][],
                                [
                                    string,
                                    string
                                ][],
                                [
                                    string,
                                    string
                                ][]
                            ];
                            /** Format: uuid */
                            id: string;
                            name: string;
                            phone: string;
                            /** Format: uuid */
                            regionId: string;
                            regionName: string;
                            staffCount: number;
                            /** @enum {string} */
                            state: "open" | "paused" | "closed";
                            zone: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shops/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        address?: string;
                        code?: string;
                        departments?: string[];
                        hours?: [
                            [
                                string,
                                string
                            ][],
                            [
                                string,
                                string
                            ][],
                            [
                                string,
                                string
                            ][],
                            [
                                string,
                                string
                            ][],
                            [
                                string,
                                string
                            ][],
                            [
                                string,
                                string
                            ][],
                            [
                                string,
                                string
                            ][]
                        ];
                        name?: string;
                        phone?: string;
                        /** Format: uuid */
                        regionId?: string;
                        /** @enum {string} */
                        state?: "open" | "paused" | "closed";
                        zone?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            address: string;
                            code: string;
                            departments: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            }[];
                            hours: [
                                [
                                    string,
                                    string
                                ][],
                                [
                                    string,
                                    string
                                ][],
                                [
                                    string,
                                    string
                                ][],
                                [
                                    string,
                                    string
                                ][],
                                [
                                    string,
                                    string
                                ][],
                                [
                                    string,
                                    string
                                ][],
                                [
                                    string,
                                    string
                                ][]
                            ];
                            /** Format: uuid */
                            id: string;
                            name: string;
                            phone: string;
                            /** Format: uuid */
                            regionId: string;
                            regionName: string;
                            staffCount: number;
                            /** @enum {string} */
                            state: "open" | "paused" | "closed";
                            zone: string;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/staff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            away: boolean;
                            capacity: number | null;
                            duty: [
                                [
                                    string,
                                    string
                                ][],
                                [
                                    string,
                                    string
                                ][],
                                [
                                    string,
                                    string
                                ][],
                                [
                                    string,
                                    string
                                ][],
                                [
                                    string,
                                    string
                                ][],
                                [
                                    string,
                                    string
                                ][],
                                [
                                    string,
                                    string
                                ][]
                            ];
                            grants: {
                                extent: {
                                    /** @enum {string} */
                                    kind: "brand";
                                } | {
                                    /** @enum {string} */
                                    kind: "region";
                                    /** Format: uuid */
                                    regionId: string;
                                } | {
                                    /** @enum {string} */
                                    kind: "shop";
                                    /** Format: uuid */
                                    shopId: string;
                                };
                                /** @enum {string} */
                                role: "shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin";
                            }[];
                            /** Format: uuid */
                            id: string;
                            lastSeenAt: string | null;
                            login: string;
                            name: string;
                            onDuty: boolean;
                            phoneMasked: string;
                            /** @enum {string} */
                            state: "invited" | "active" | "locked";
                            totpOn: boolean;
                        }[];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        capacity?: number | null;
                        duty: [
                            [
                                string,
                                string
                            ][],
                            [
                                string,
                                string
                            ][],
                            [
                                string,
                                string
                            ][],
                            [
                                string,
                                string
                            ][],
                            [
                                string,
                                string
                            ][],
                            [
                                string,
                                string
                            ][],
                            [
                                string,
                                string
                            ][]
                        ];
                        grants: {
                            extent: {
                                /** @enum {string} */
                                kind: "brand";
                            } | {
                                /** @enum {string} */
                                kind: "region";
                                /** Format: uuid */
                                regionId: string;
                            } | {
                                /** @enum {string} */
                                kind: "shop";
                                /** Format: uuid */
                                shopId: string;
                            };
                            /** @enum {string} */
                            role: "shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin";
                        }[];
                        login: string;
                        name: string;
                        /** @default  */
                        phone?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            away: boolean;
                            capacity: number | null;
                            duty: [
                                [
                                    string,
                                    string
                                ][],
                                [
                                    string,
                                    string
                                ][],
                                [
                                    string,
                                    string
                                ][],
                                [
                                    string,
                                    string
                                ][],
                                [
                                    string,
                                    string
                                ][],
                                [
                                    string,
                                    string
                                ][],
                                [
                                    string,
                                    string
                                ][]
                            ];
                            grants: {
                                extent: {
                                    /** @enum {string} */
                                    kind: "brand";
                                } | {
                                    /** @enum {string} */
                                    kind: "region";
                                    /** Format: uuid */
                                    regionId: string;
                                } | {
                                    /** @enum {string} */
                                    kind: "shop";
                                    /** Format: uuid */
                                    shopId: string;
                                };
                                /** @enum {string} */
                                role: "shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin";
                            }[];
                            /** Format: uuid */
                            id: string;
                            lastSeenAt: string | null;
                            login: string;
                            name: string;
                            onDuty: boolean;
                            phoneMasked: string;
                            /** @enum {string} */
                            state: "invited" | "active" | "locked";
                            totpOn: boolean;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        capacity?: number | null;
                        duty?: [
                            [
                                string,
                                string
                            ][],
                            [
                                string,
                                string
                            ][],
                            [
                                string,
                                string
                            ][],
                            [
                                string,
                                string
                            ][],
                            [
                                string,
                                string
                            ][],
                            [
                                string,
                                string
                            ][],
                            [
                                string,
                                string
                            ][]
                        ];
                        grants?: {
                            extent: {
                                /** @enum {string} */
                                kind: "brand";
                            } | {
                                /** @enum {string} */
                                kind: "region";
                                /** Format: uuid */
                                regionId: string;
                            } | {
                                /** @enum {string} */
                                kind: "shop";
                                /** Format: uuid */
                                shopId: string;
                            };
                            /** @enum {string} */
                            role: "shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin";
                        }[];
                        login?: string;
                        name?: string;
                        phone?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            away: boolean;
                            capacity: number | null;
                            duty: [
                                [
                                    string,
                                    string
                                ][],
                                [
                                    string,
                                    string
                                ][],
                                [
                                    string,
                                    string
                                ][],
                                [
                                    string,
                                    string
                                ][],
                                [
                                    string,
                                    string
                                ][],
                                [
                                    string,
                                    string
                                ][],
                                [
                                    string,
                                    string
                                ][]
                            ];
                            grants: {
                                extent: {
                                    /** @enum {string} */
                                    kind: "brand";
                                } | {
                                    /** @enum {string} */
                                    kind: "region";
                                    /** Format: uuid */
                                    regionId: string;
                                } | {
                                    /** @enum {string} */
                                    kind: "shop";
                                    /** Format: uuid */
                                    shopId: string;
                                };
                                /** @enum {string} */
                                role: "shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin";
                            }[];
                            /** Format: uuid */
                            id: string;
                            lastSeenAt: string | null;
                            login: string;
                            name: string;
                            onDuty: boolean;
                            phoneMasked: string;
                            /** @enum {string} */
                            state: "invited" | "active" | "locked";
                            totpOn: boolean;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/staff/{id}/absences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            deputyId: string | null;
                            deputyName: string;
                            /** Format: date-time */
                            from: string;
                            /** Format: uuid */
                            id: string;
                            reason: string;
                            /** Format: date-time */
                            to: string;
                        }[];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default null */
                        deputyId?: string | null;
                        /** Format: date-time */
                        from: string;
                        /** @default  */
                        reason?: string;
                        /** Format: date-time */
                        to: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            deputyId: string | null;
                            deputyName: string;
                            /** Format: date-time */
                            from: string;
                            /** Format: uuid */
                            id: string;
                            reason: string;
                            /** Format: date-time */
                            to: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/{id}/absences/{absenceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    absenceId: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/{id}/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            expiresAt: string;
                            url: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/{id}/lock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            away: boolean;
                            capacity: number | null;
                            duty: [
                                [
                                    string,
                                    string
                                ][],
                                [
                                    string,
                                    string
                                ][],
                                [
                                    string,
                                    string
                                ][],
                                [
                                    string,
                                    string
                                ][],
                                [
                                    string,
                                    string
                                ][],
                                [
                                    string,
                                    string
                                ][],
                                [
                                    string,
                                    string
                                ][]
                            ];
                            grants: {
                                extent: {
                                    /** @enum {string} */
                                    kind: "brand";
                                } | {
                                    /** @enum {string} */
                                    kind: "region";
                                    /** Format: uuid */
                                    regionId: string;
                                } | {
                                    /** @enum {string} */
                                    kind: "shop";
                                    /** Format: uuid */
                                    shopId: string;
                                };
                                /** @enum {string} */
                                role: "shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin";
                            }[];
                            /** Format: uuid */
                            id: string;
                            lastSeenAt: string | null;
                            login: string;
                            name: string;
                            onDuty: boolean;
                            phoneMasked: string;
                            /** @enum {string} */
                            state: "invited" | "active" | "locked";
                            totpOn: boolean;
                        };
                    };
                };
            };
        };
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            away: boolean;
                            capacity: number | null;
                            duty: [
                                [
                                    string,
                                    string
                                ][],
                                [
                                    string,
                                    string
                                ][],
                                [
                                    string,
                                    string
                                ][],
                                [
                                    string,
                                    string
                                ][],
                                [
                                    string,
                                    string
                                ][],
                                [
                                    string,
                                    string
                                ][],
                                [
                                    string,
                                    string
                                ][]
                            ];
                            grants: {
                                extent: {
                                    /** @enum {string} */
                                    kind: "brand";
                                } | {
                                    /** @enum {string} */
                                    kind: "region";
                                    /** Format: uuid */
                                    regionId: string;
                                } | {
                                    /** @enum {string} */
                                    kind: "shop";
                                    /** Format: uuid */
                                    shopId: string;
                                };
                                /** @enum {string} */
                                role: "shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin";
                            }[];
                            /** Format: uuid */
                            id: string;
                            lastSeenAt: string | null;
                            login: string;
                            name: string;
                            onDuty: boolean;
                            phoneMasked: string;
                            /** @enum {string} */
                            state: "invited" | "active" | "locked";
                            totpOn: boolean;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    q?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            tag: string;
                            tickets: number;
                        }[];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            aboutId: string | null;
                            can: ("finish" | "change" | "cancel")[];
                            /** Format: date-time */
                            createdAt: string;
                            createdBy: string;
                            details: string;
                            doneAt: string | null;
                            doneBy: string;
                            /** Format: date-time */
                            dueAt: string;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "step" | "question" | "statement" | "opinion" | "decision" | "approval" | "revisit" | "contact" | "facts" | "legal";
                            overdue: boolean;
                            owner: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            photos: {
                                bytes: number;
                                height: number;
                                /** Format: uuid */
                                id: string;
                                mime: string;
                                name: string;
                                url: string;
                                width: number;
                            }[];
                            resources: string;
                            result: string;
                            /** @enum {string} */
                            state: "open" | "done" | "cancelled";
                            teamName: string;
                            /** Format: uuid */
                            ticketId: string;
                            title: string;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        details?: string;
                        /** Format: date-time */
                        dueAt?: string;
                        /** Format: uuid */
                        ownerId?: string;
                        resources?: string;
                        title?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            aboutId: string | null;
                            can: ("finish" | "change" | "cancel")[];
                            /** Format: date-time */
                            createdAt: string;
                            createdBy: string;
                            details: string;
                            doneAt: string | null;
                            doneBy: string;
                            /** Format: date-time */
                            dueAt: string;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "step" | "question" | "statement" | "opinion" | "decision" | "approval" | "revisit" | "contact" | "facts" | "legal";
                            overdue: boolean;
                            owner: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            photos: {
                                bytes: number;
                                height: number;
                                /** Format: uuid */
                                id: string;
                                mime: string;
                                name: string;
                                url: string;
                                width: number;
                            }[];
                            resources: string;
                            result: string;
                            /** @enum {string} */
                            state: "open" | "done" | "cancelled";
                            teamName: string;
                            /** Format: uuid */
                            ticketId: string;
                            title: string;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/tasks/{id}/result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default [] */
                        photos?: string[];
                        /** @default  */
                        result?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            aboutId: string | null;
                            can: ("finish" | "change" | "cancel")[];
                            /** Format: date-time */
                            createdAt: string;
                            createdBy: string;
                            details: string;
                            doneAt: string | null;
                            doneBy: string;
                            /** Format: date-time */
                            dueAt: string;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "step" | "question" | "statement" | "opinion" | "decision" | "approval" | "revisit" | "contact" | "facts" | "legal";
                            overdue: boolean;
                            owner: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            photos: {
                                bytes: number;
                                height: number;
                                /** Format: uuid */
                                id: string;
                                mime: string;
                                name: string;
                                url: string;
                                width: number;
                            }[];
                            resources: string;
                            result: string;
                            /** @enum {string} */
                            state: "open" | "done" | "cancelled";
                            teamName: string;
                            /** Format: uuid */
                            ticketId: string;
                            title: string;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    assignee?: string;
                    category?: string;
                    channel?: "qr" | "counter" | "website" | "api" | "wechat" | "email" | "chat" | "phone" | "sms" | "meituan" | "eleme" | "dianping" | "douyin" | "weibo" | "wechat_pay" | "mini_program" | "monitor" | "authority" | "public_post" | "salon" | "event" | "internal" | "import";
                    conditions?: string;
                    cursor?: string;
                    kind?: "praise" | "suggestion" | "complaint" | "inquiry" | "emergency";
                    limit?: number;
                    priority?: "P1" | "P2" | "P3" | "P4";
                    q?: string;
                    reopened?: boolean | string;
                    saved?: string;
                    shop?: string;
                    sort?: "updated" | "due" | "newest" | "oldest" | "priority";
                    status?: "new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside";
                    view?: "all" | "mine" | "team" | "unassigned" | "due_soon" | "breached" | "p1" | "waiting_customer" | "closed" | "set_aside" | "every";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            lookedTo: string | null;
                            next: string | null;
                            rows: {
                                assignee: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                category: string;
                                cause: string;
                                /** @enum {string} */
                                channel: "qr" | "counter" | "website" | "api" | "wechat" | "email" | "chat" | "phone" | "sms" | "meituan" | "eleme" | "dianping" | "douyin" | "weibo" | "wechat_pay" | "mini_program" | "monitor" | "authority" | "public_post" | "salon" | "event" | "internal" | "import";
                                channelName: string;
                                clock: {
                                    calendar: string;
                                    cycle: number;
                                    dueAt: string | null;
                                    late: boolean;
                                    metAt: string | null;
                                    /** @enum {string} */
                                    metric: "acknowledge" | "respond" | "plan" | "resolve";
                                    provisional: boolean;
                                    /** Format: date-time */
                                    startedAt: string;
                                    /** @enum {string} */
                                    state: "active" | "paused" | "met" | "breached" | "cancelled";
                                    targetMin: number;
                                    warnAt: string | null;
                                } | null;
                                customerName: string;
                                cycle: number;
                                draft: boolean;
                                escalation: number;
                                excerpt: string;
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "praise" | "suggestion" | "complaint" | "inquiry" | "emergency";
                                lateReason: string;
                                number: string;
                                /** Format: date-time */
                                openedAt: string;
                                openTasks: number;
                                photos: number;
                                /** @enum {string} */
                                priority: "P1" | "P2" | "P3" | "P4";
                                shop: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                stars: number | null;
                                /** @enum {string} */
                                status: "new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside";
                                tags: string[];
                                teamName: string;
                                title: string;
                                unread: boolean;
                                /** Format: date-time */
                                updatedAt: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            accused: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            alarm: {
                                level: number;
                                /** Format: date-time */
                                since: string;
                                takenAt: string | null;
                                takenBy: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                            } | null;
                            assignee: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            can: ("reply" | "note" | "triage" | "assign" | "take" | "start" | "wait" | "propose" | "accept_for_customer" | "close" | "close_despite" | "reopen" | "set_aside" | "recover" | "reveal" | "plan" | "investigate" | "assess" | "compensate" | "merge" | "tag")[];
                            category: string;
                            cause: string;
                            chain: ("shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin")[];
                            /** @enum {string} */
                            channel: "qr" | "counter" | "website" | "api" | "wechat" | "email" | "chat" | "phone" | "sms" | "meituan" | "eleme" | "dianping" | "douyin" | "weibo" | "wechat_pay" | "mini_program" | "monitor" | "authority" | "public_post" | "salon" | "event" | "internal" | "import";
                            channelName: string;
                            clock: {
                                calendar: string;
                                cycle: number;
                                dueAt: string | null;
                                late: boolean;
                                metAt: string | null;
                                /** @enum {string} */
                                metric: "acknowledge" | "respond" | "plan" | "resolve";
                                provisional: boolean;
                                /** Format: date-time */
                                startedAt: string;
                                /** @enum {string} */
                                state: "active" | "paused" | "met" | "breached" | "cancelled";
                                targetMin: number;
                                warnAt: string | null;
                            } | null;
                            clocks: {
                                calendar: string;
                                cycle: number;
                                dueAt: string | null;
                                late: boolean;
                                metAt: string | null;
                                /** @enum {string} */
                                metric: "acknowledge" | "respond" | "plan" | "resolve";
                                provisional: boolean;
                                /** Format: date-time */
                                startedAt: string;
                                /** @enum {string} */
                                state: "active" | "paused" | "met" | "breached" | "cancelled";
                                targetMin: number;
                                warnAt: string | null;
                            }[];
                            content: string;
                            customer: {
                                contact: string;
                                /** Format: uuid */
                                id: string;
                                name: string;
                                tickets: number;
                                /** @enum {string} */
                                value: "new" | "regular" | "vip";
                            } | null;
                            customerName: string;
                            cycle: number;
                            draft: boolean;
                            escalation: number;
                            excerpt: string;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "praise" | "suggestion" | "complaint" | "inquiry" | "emergency";
                            /** @enum {string} */
                            language: "zh-CN" | "zh-TW" | "en";
                            lateReason: string;
                            mergedInto: {
                                /** Format: uuid */
                                id: string;
                                number: string;
                            } | null;
                            missing: ("mood" | "category" | "content" | "photos" | "contact" | "name" | "purchasedAt" | "orderNumber" | "wants" | "table")[];
                            missingFacts: ("root_cause" | "measure" | "satisfaction_asked" | "evidence" | "tasks_done")[];
                            mood: ("good" | "fair" | "bad") | null;
                            number: string;
                            /** Format: date-time */
                            openedAt: string;
                            openTasks: number;
                            orderNumber: string;
                            otherTickets: {
                                /** Format: uuid */
                                id: string;
                                number: string;
                                /** Format: date-time */
                                openedAt: string;
                                /** @enum {string} */
                                status: "new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside";
                                title: string;
                            }[];
                            photos: number;
                            place: string;
                            playbookVersion: number;
                            /** @enum {string} */
                            priority: "P1" | "P2" | "P3" | "P4";
                            proposal: {
                                /** Format: date-time */
                                at: string;
                                closesAt: string | null;
                                text: string;
                            } | null;
                            purchasedAt: string | null;
                            rating: {
                                stars: number;
                                words: string;
                            } | null;
                            ruleName: string;
                            shop: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            stars: number | null;
                            /** @enum {string} */
                            status: "new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside";
                            /** @enum {string} */
                            step: "collect" | "classify" | "assign" | "handle" | "confirm" | "revisit";
                            tags: string[];
                            teamName: string;
                            title: string;
                            together: string[];
                            triage: {
                                /** @enum {string} */
                                by: "rules" | "person";
                                byName: string;
                                categories: {
                                    key: string;
                                    name: string;
                                }[];
                                impact: number;
                                impactName: string;
                                /** @enum {string} */
                                kind: "praise" | "suggestion" | "complaint" | "inquiry" | "emergency";
                                kindName: string;
                                /** @enum {string} */
                                priority: "P1" | "P2" | "P3" | "P4";
                                reasons: {
                                    /** @enum {string} */
                                    kind: "word" | "stars" | "mood" | "channel" | "choice" | "rule" | "person";
                                    says: string;
                                    text: string;
                                }[];
                                severity: number;
                                severityName: string;
                            };
                            unread: boolean;
                            /** Format: date-time */
                            updatedAt: string;
                            wants: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @default phone
                         * @enum {string}
                         */
                        via?: "phone" | "counter" | "message";
                        /** @default  */
                        words?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            accused: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            alarm: {
                                level: number;
                                /** Format: date-time */
                                since: string;
                                takenAt: string | null;
                                takenBy: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                            } | null;
                            assignee: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            can: ("reply" | "note" | "triage" | "assign" | "take" | "start" | "wait" | "propose" | "accept_for_customer" | "close" | "close_despite" | "reopen" | "set_aside" | "recover" | "reveal" | "plan" | "investigate" | "assess" | "compensate" | "merge" | "tag")[];
                            category: string;
                            cause: string;
                            chain: ("shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin")[];
                            /** @enum {string} */
                            channel: "qr" | "counter" | "website" | "api" | "wechat" | "email" | "chat" | "phone" | "sms" | "meituan" | "eleme" | "dianping" | "douyin" | "weibo" | "wechat_pay" | "mini_program" | "monitor" | "authority" | "public_post" | "salon" | "event" | "internal" | "import";
                            channelName: string;
                            clock: {
                                calendar: string;
                                cycle: number;
                                dueAt: string | null;
                                late: boolean;
                                metAt: string | null;
                                /** @enum {string} */
                                metric: "acknowledge" | "respond" | "plan" | "resolve";
                                provisional: boolean;
                                /** Format: date-time */
                                startedAt: string;
                                /** @enum {string} */
                                state: "active" | "paused" | "met" | "breached" | "cancelled";
                                targetMin: number;
                                warnAt: string | null;
                            } | null;
                            clocks: {
                                calendar: string;
                                cycle: number;
                                dueAt: string | null;
                                late: boolean;
                                metAt: string | null;
                                /** @enum {string} */
                                metric: "acknowledge" | "respond" | "plan" | "resolve";
                                provisional: boolean;
                                /** Format: date-time */
                                startedAt: string;
                                /** @enum {string} */
                                state: "active" | "paused" | "met" | "breached" | "cancelled";
                                targetMin: number;
                                warnAt: string | null;
                            }[];
                            content: string;
                            customer: {
                                contact: string;
                                /** Format: uuid */
                                id: string;
                                name: string;
                                tickets: number;
                                /** @enum {string} */
                                value: "new" | "regular" | "vip";
                            } | null;
                            customerName: string;
                            cycle: number;
                            draft: boolean;
                            escalation: number;
                            excerpt: string;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "praise" | "suggestion" | "complaint" | "inquiry" | "emergency";
                            /** @enum {string} */
                            language: "zh-CN" | "zh-TW" | "en";
                            lateReason: string;
                            mergedInto: {
                                /** Format: uuid */
                                id: string;
                                number: string;
                            } | null;
                            missing: ("mood" | "category" | "content" | "photos" | "contact" | "name" | "purchasedAt" | "orderNumber" | "wants" | "table")[];
                            missingFacts: ("root_cause" | "measure" | "satisfaction_asked" | "evidence" | "tasks_done")[];
                            mood: ("good" | "fair" | "bad") | null;
                            number: string;
                            /** Format: date-time */
                            openedAt: string;
                            openTasks: number;
                            orderNumber: string;
                            otherTickets: {
                                /** Format: uuid */
                                id: string;
                                number: string;
                                /** Format: date-time */
                                openedAt: string;
                                /** @enum {string} */
                                status: "new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside";
                                title: string;
                            }[];
                            photos: number;
                            place: string;
                            playbookVersion: number;
                            /** @enum {string} */
                            priority: "P1" | "P2" | "P3" | "P4";
                            proposal: {
                                /** Format: date-time */
                                at: string;
                                closesAt: string | null;
                                text: string;
                            } | null;
                            purchasedAt: string | null;
                            rating: {
                                stars: number;
                                words: string;
                            } | null;
                            ruleName: string;
                            shop: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            stars: number | null;
                            /** @enum {string} */
                            status: "new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside";
                            /** @enum {string} */
                            step: "collect" | "classify" | "assign" | "handle" | "confirm" | "revisit";
                            tags: string[];
                            teamName: string;
                            title: string;
                            together: string[];
                            triage: {
                                /** @enum {string} */
                                by: "rules" | "person";
                                byName: string;
                                categories: {
                                    key: string;
                                    name: string;
                                }[];
                                impact: number;
                                impactName: string;
                                /** @enum {string} */
                                kind: "praise" | "suggestion" | "complaint" | "inquiry" | "emergency";
                                kindName: string;
                                /** @enum {string} */
                                priority: "P1" | "P2" | "P3" | "P4";
                                reasons: {
                                    /** @enum {string} */
                                    kind: "word" | "stars" | "mood" | "channel" | "choice" | "rule" | "person";
                                    says: string;
                                    text: string;
                                }[];
                                severity: number;
                                severityName: string;
                            };
                            unread: boolean;
                            /** Format: date-time */
                            updatedAt: string;
                            wants: string;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/accused": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        staffId: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            accused: {
                                dueAt: string | null;
                                late: boolean;
                                statedAt: string | null;
                                who: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                };
                            } | null;
                            can: ("change" | "conclude" | "reopen" | "addEvidence" | "accuse" | "state")[];
                            cause: string | null;
                            causeName: string;
                            causeNote: string;
                            causes: {
                                /** @enum {string} */
                                group: "people" | "equipment" | "material" | "method" | "surroundings" | "partner" | "customer" | "unknown";
                                key: string;
                                name: string;
                            }[];
                            concluded: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                            } | null;
                            conclusion: string;
                            evidence: {
                                /** Format: date-time */
                                addedAt: string;
                                addedBy: string;
                                byAccused: boolean;
                                details: string;
                                happenedAt: string | null;
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "photo" | "statement" | "order" | "camera" | "kitchen" | "treatment" | "other";
                                looks: {
                                    /** Format: date-time */
                                    firstAt: string;
                                    /** Format: date-time */
                                    lastAt: string;
                                    who: {
                                        /** Format: uuid */
                                        id: string;
                                        name: string;
                                    };
                                }[];
                                photos: {
                                    bytes: number;
                                    height: number;
                                    /** Format: uuid */
                                    id: string;
                                    mime: string;
                                    name: string;
                                    url: string;
                                    width: number;
                                }[];
                                reference: string;
                                saidBy: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                title: string;
                                untilAt: string | null;
                                withdrawn: {
                                    /** Format: date-time */
                                    at: string;
                                    by: string;
                                    reason: string;
                                } | null;
                            }[];
                            measure: string;
                            updatedAt: string | null;
                            updatedBy: string;
                            whys: string[];
                        };
                    };
                };
            };
        };
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            accused: {
                                dueAt: string | null;
                                late: boolean;
                                statedAt: string | null;
                                who: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                };
                            } | null;
                            can: ("change" | "conclude" | "reopen" | "addEvidence" | "accuse" | "state")[];
                            cause: string | null;
                            causeName: string;
                            causeNote: string;
                            causes: {
                                /** @enum {string} */
                                group: "people" | "equipment" | "material" | "method" | "surroundings" | "partner" | "customer" | "unknown";
                                key: string;
                                name: string;
                            }[];
                            concluded: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                            } | null;
                            conclusion: string;
                            evidence: {
                                /** Format: date-time */
                                addedAt: string;
                                addedBy: string;
                                byAccused: boolean;
                                details: string;
                                happenedAt: string | null;
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "photo" | "statement" | "order" | "camera" | "kitchen" | "treatment" | "other";
                                looks: {
                                    /** Format: date-time */
                                    firstAt: string;
                                    /** Format: date-time */
                                    lastAt: string;
                                    who: {
                                        /** Format: uuid */
                                        id: string;
                                        name: string;
                                    };
                                }[];
                                photos: {
                                    bytes: number;
                                    height: number;
                                    /** Format: uuid */
                                    id: string;
                                    mime: string;
                                    name: string;
                                    url: string;
                                    width: number;
                                }[];
                                reference: string;
                                saidBy: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                title: string;
                                untilAt: string | null;
                                withdrawn: {
                                    /** Format: date-time */
                                    at: string;
                                    by: string;
                                    reason: string;
                                } | null;
                            }[];
                            measure: string;
                            updatedAt: string | null;
                            updatedBy: string;
                            whys: string[];
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/alarm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            accused: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            alarm: {
                                level: number;
                                /** Format: date-time */
                                since: string;
                                takenAt: string | null;
                                takenBy: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                            } | null;
                            assignee: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            can: ("reply" | "note" | "triage" | "assign" | "take" | "start" | "wait" | "propose" | "accept_for_customer" | "close" | "close_despite" | "reopen" | "set_aside" | "recover" | "reveal" | "plan" | "investigate" | "assess" | "compensate" | "merge" | "tag")[];
                            category: string;
                            cause: string;
                            chain: ("shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin")[];
                            /** @enum {string} */
                            channel: "qr" | "counter" | "website" | "api" | "wechat" | "email" | "chat" | "phone" | "sms" | "meituan" | "eleme" | "dianping" | "douyin" | "weibo" | "wechat_pay" | "mini_program" | "monitor" | "authority" | "public_post" | "salon" | "event" | "internal" | "import";
                            channelName: string;
                            clock: {
                                calendar: string;
                                cycle: number;
                                dueAt: string | null;
                                late: boolean;
                                metAt: string | null;
                                /** @enum {string} */
                                metric: "acknowledge" | "respond" | "plan" | "resolve";
                                provisional: boolean;
                                /** Format: date-time */
                                startedAt: string;
                                /** @enum {string} */
                                state: "active" | "paused" | "met" | "breached" | "cancelled";
                                targetMin: number;
                                warnAt: string | null;
                            } | null;
                            clocks: {
                                calendar: string;
                                cycle: number;
                                dueAt: string | null;
                                late: boolean;
                                metAt: string | null;
                                /** @enum {string} */
                                metric: "acknowledge" | "respond" | "plan" | "resolve";
                                provisional: boolean;
                                /** Format: date-time */
                                startedAt: string;
                                /** @enum {string} */
                                state: "active" | "paused" | "met" | "breached" | "cancelled";
                                targetMin: number;
                                warnAt: string | null;
                            }[];
                            content: string;
                            customer: {
                                contact: string;
                                /** Format: uuid */
                                id: string;
                                name: string;
                                tickets: number;
                                /** @enum {string} */
                                value: "new" | "regular" | "vip";
                            } | null;
                            customerName: string;
                            cycle: number;
                            draft: boolean;
                            escalation: number;
                            excerpt: string;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "praise" | "suggestion" | "complaint" | "inquiry" | "emergency";
                            /** @enum {string} */
                            language: "zh-CN" | "zh-TW" | "en";
                            lateReason: string;
                            mergedInto: {
                                /** Format: uuid */
                                id: string;
                                number: string;
                            } | null;
                            missing: ("mood" | "category" | "content" | "photos" | "contact" | "name" | "purchasedAt" | "orderNumber" | "wants" | "table")[];
                            missingFacts: ("root_cause" | "measure" | "satisfaction_asked" | "evidence" | "tasks_done")[];
                            mood: ("good" | "fair" | "bad") | null;
                            number: string;
                            /** Format: date-time */
                            openedAt: string;
                            openTasks: number;
                            orderNumber: string;
                            otherTickets: {
                                /** Format: uuid */
                                id: string;
                                number: string;
                                /** Format: date-time */
                                openedAt: string;
                                /** @enum {string} */
                                status: "new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside";
                                title: string;
                            }[];
                            photos: number;
                            place: string;
                            playbookVersion: number;
                            /** @enum {string} */
                            priority: "P1" | "P2" | "P3" | "P4";
                            proposal: {
                                /** Format: date-time */
                                at: string;
                                closesAt: string | null;
                                text: string;
                            } | null;
                            purchasedAt: string | null;
                            rating: {
                                stars: number;
                                words: string;
                            } | null;
                            ruleName: string;
                            shop: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            stars: number | null;
                            /** @enum {string} */
                            status: "new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside";
                            /** @enum {string} */
                            step: "collect" | "classify" | "assign" | "handle" | "confirm" | "revisit";
                            tags: string[];
                            teamName: string;
                            title: string;
                            together: string[];
                            triage: {
                                /** @enum {string} */
                                by: "rules" | "person";
                                byName: string;
                                categories: {
                                    key: string;
                                    name: string;
                                }[];
                                impact: number;
                                impactName: string;
                                /** @enum {string} */
                                kind: "praise" | "suggestion" | "complaint" | "inquiry" | "emergency";
                                kindName: string;
                                /** @enum {string} */
                                priority: "P1" | "P2" | "P3" | "P4";
                                reasons: {
                                    /** @enum {string} */
                                    kind: "word" | "stars" | "mood" | "channel" | "choice" | "rule" | "person";
                                    says: string;
                                    text: string;
                                }[];
                                severity: number;
                                severityName: string;
                            };
                            unread: boolean;
                            /** Format: date-time */
                            updatedAt: string;
                            wants: string;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/assessments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            accountable: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            askedBy: string;
                            can: ("decide" | "cancel")[];
                            cancelledReason: string;
                            /** Format: date-time */
                            createdAt: string;
                            decidedAt: string | null;
                            decidedBy: string;
                            decision: string;
                            /** Format: date-time */
                            dueAt: string;
                            earlyReason: string;
                            /** Format: uuid */
                            id: string;
                            opinions: {
                                givenAt: string | null;
                                /** Format: uuid */
                                id: string;
                                late: boolean;
                                mine: boolean;
                                photos: {
                                    bytes: number;
                                    height: number;
                                    /** Format: uuid */
                                    id: string;
                                    mime: string;
                                    name: string;
                                    url: string;
                                    width: number;
                                }[];
                                stance: ("agree" | "disagree" | "conditional") | null;
                                team: string;
                                teamName: string;
                                text: string;
                                who: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                };
                            }[];
                            question: string;
                            /** @enum {string} */
                            state: "open" | "decided" | "cancelled";
                        }[];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        accountableId: string;
                        /** Format: date-time */
                        dueAt: string;
                        invited: {
                            /** Format: uuid */
                            staffId: string;
                            team: string;
                        }[];
                        question: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            accountable: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            askedBy: string;
                            can: ("decide" | "cancel")[];
                            cancelledReason: string;
                            /** Format: date-time */
                            createdAt: string;
                            decidedAt: string | null;
                            decidedBy: string;
                            decision: string;
                            /** Format: date-time */
                            dueAt: string;
                            earlyReason: string;
                            /** Format: uuid */
                            id: string;
                            opinions: {
                                givenAt: string | null;
                                /** Format: uuid */
                                id: string;
                                late: boolean;
                                mine: boolean;
                                photos: {
                                    bytes: number;
                                    height: number;
                                    /** Format: uuid */
                                    id: string;
                                    mime: string;
                                    name: string;
                                    url: string;
                                    width: number;
                                }[];
                                stance: ("agree" | "disagree" | "conditional") | null;
                                team: string;
                                teamName: string;
                                text: string;
                                who: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                };
                            }[];
                            question: string;
                            /** @enum {string} */
                            state: "open" | "decided" | "cancelled";
                        }[];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/assessments/{assessmentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    assessmentId: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            accountable: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            askedBy: string;
                            can: ("decide" | "cancel")[];
                            cancelledReason: string;
                            /** Format: date-time */
                            createdAt: string;
                            decidedAt: string | null;
                            decidedBy: string;
                            decision: string;
                            /** Format: date-time */
                            dueAt: string;
                            earlyReason: string;
                            /** Format: uuid */
                            id: string;
                            opinions: {
                                givenAt: string | null;
                                /** Format: uuid */
                                id: string;
                                late: boolean;
                                mine: boolean;
                                photos: {
                                    bytes: number;
                                    height: number;
                                    /** Format: uuid */
                                    id: string;
                                    mime: string;
                                    name: string;
                                    url: string;
                                    width: number;
                                }[];
                                stance: ("agree" | "disagree" | "conditional") | null;
                                team: string;
                                teamName: string;
                                text: string;
                                who: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                };
                            }[];
                            question: string;
                            /** @enum {string} */
                            state: "open" | "decided" | "cancelled";
                        }[];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/assessments/{assessmentId}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    assessmentId: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default  */
                        early?: string;
                        text: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            accountable: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            askedBy: string;
                            can: ("decide" | "cancel")[];
                            cancelledReason: string;
                            /** Format: date-time */
                            createdAt: string;
                            decidedAt: string | null;
                            decidedBy: string;
                            decision: string;
                            /** Format: date-time */
                            dueAt: string;
                            earlyReason: string;
                            /** Format: uuid */
                            id: string;
                            opinions: {
                                givenAt: string | null;
                                /** Format: uuid */
                                id: string;
                                late: boolean;
                                mine: boolean;
                                photos: {
                                    bytes: number;
                                    height: number;
                                    /** Format: uuid */
                                    id: string;
                                    mime: string;
                                    name: string;
                                    url: string;
                                    width: number;
                                }[];
                                stance: ("agree" | "disagree" | "conditional") | null;
                                team: string;
                                teamName: string;
                                text: string;
                                who: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                };
                            }[];
                            question: string;
                            /** @enum {string} */
                            state: "open" | "decided" | "cancelled";
                        }[];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/assessments/{assessmentId}/opinion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    assessmentId: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default [] */
                        photos?: string[];
                        /** @enum {string} */
                        stance: "agree" | "disagree" | "conditional";
                        text: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            accountable: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            askedBy: string;
                            can: ("decide" | "cancel")[];
                            cancelledReason: string;
                            /** Format: date-time */
                            createdAt: string;
                            decidedAt: string | null;
                            decidedBy: string;
                            decision: string;
                            /** Format: date-time */
                            dueAt: string;
                            earlyReason: string;
                            /** Format: uuid */
                            id: string;
                            opinions: {
                                givenAt: string | null;
                                /** Format: uuid */
                                id: string;
                                late: boolean;
                                mine: boolean;
                                photos: {
                                    bytes: number;
                                    height: number;
                                    /** Format: uuid */
                                    id: string;
                                    mime: string;
                                    name: string;
                                    url: string;
                                    width: number;
                                }[];
                                stance: ("agree" | "disagree" | "conditional") | null;
                                team: string;
                                teamName: string;
                                text: string;
                                who: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                };
                            }[];
                            question: string;
                            /** @enum {string} */
                            state: "open" | "decided" | "cancelled";
                        }[];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/assignment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        assigneeId: string;
                        /** @default  */
                        note?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            accused: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            alarm: {
                                level: number;
                                /** Format: date-time */
                                since: string;
                                takenAt: string | null;
                                takenBy: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                            } | null;
                            assignee: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            can: ("reply" | "note" | "triage" | "assign" | "take" | "start" | "wait" | "propose" | "accept_for_customer" | "close" | "close_despite" | "reopen" | "set_aside" | "recover" | "reveal" | "plan" | "investigate" | "assess" | "compensate" | "merge" | "tag")[];
                            category: string;
                            cause: string;
                            chain: ("shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin")[];
                            /** @enum {string} */
                            channel: "qr" | "counter" | "website" | "api" | "wechat" | "email" | "chat" | "phone" | "sms" | "meituan" | "eleme" | "dianping" | "douyin" | "weibo" | "wechat_pay" | "mini_program" | "monitor" | "authority" | "public_post" | "salon" | "event" | "internal" | "import";
                            channelName: string;
                            clock: {
                                calendar: string;
                                cycle: number;
                                dueAt: string | null;
                                late: boolean;
                                metAt: string | null;
                                /** @enum {string} */
                                metric: "acknowledge" | "respond" | "plan" | "resolve";
                                provisional: boolean;
                                /** Format: date-time */
                                startedAt: string;
                                /** @enum {string} */
                                state: "active" | "paused" | "met" | "breached" | "cancelled";
                                targetMin: number;
                                warnAt: string | null;
                            } | null;
                            clocks: {
                                calendar: string;
                                cycle: number;
                                dueAt: string | null;
                                late: boolean;
                                metAt: string | null;
                                /** @enum {string} */
                                metric: "acknowledge" | "respond" | "plan" | "resolve";
                                provisional: boolean;
                                /** Format: date-time */
                                startedAt: string;
                                /** @enum {string} */
                                state: "active" | "paused" | "met" | "breached" | "cancelled";
                                targetMin: number;
                                warnAt: string | null;
                            }[];
                            content: string;
                            customer: {
                                contact: string;
                                /** Format: uuid */
                                id: string;
                                name: string;
                                tickets: number;
                                /** @enum {string} */
                                value: "new" | "regular" | "vip";
                            } | null;
                            customerName: string;
                            cycle: number;
                            draft: boolean;
                            escalation: number;
                            excerpt: string;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "praise" | "suggestion" | "complaint" | "inquiry" | "emergency";
                            /** @enum {string} */
                            language: "zh-CN" | "zh-TW" | "en";
                            lateReason: string;
                            mergedInto: {
                                /** Format: uuid */
                                id: string;
                                number: string;
                            } | null;
                            missing: ("mood" | "category" | "content" | "photos" | "contact" | "name" | "purchasedAt" | "orderNumber" | "wants" | "table")[];
                            missingFacts: ("root_cause" | "measure" | "satisfaction_asked" | "evidence" | "tasks_done")[];
                            mood: ("good" | "fair" | "bad") | null;
                            number: string;
                            /** Format: date-time */
                            openedAt: string;
                            openTasks: number;
                            orderNumber: string;
                            otherTickets: {
                                /** Format: uuid */
                                id: string;
                                number: string;
                                /** Format: date-time */
                                openedAt: string;
                                /** @enum {string} */
                                status: "new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside";
                                title: string;
                            }[];
                            photos: number;
                            place: string;
                            playbookVersion: number;
                            /** @enum {string} */
                            priority: "P1" | "P2" | "P3" | "P4";
                            proposal: {
                                /** Format: date-time */
                                at: string;
                                closesAt: string | null;
                                text: string;
                            } | null;
                            purchasedAt: string | null;
                            rating: {
                                stars: number;
                                words: string;
                            } | null;
                            ruleName: string;
                            shop: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            stars: number | null;
                            /** @enum {string} */
                            status: "new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside";
                            /** @enum {string} */
                            step: "collect" | "classify" | "assign" | "handle" | "confirm" | "revisit";
                            tags: string[];
                            teamName: string;
                            title: string;
                            together: string[];
                            triage: {
                                /** @enum {string} */
                                by: "rules" | "person";
                                byName: string;
                                categories: {
                                    key: string;
                                    name: string;
                                }[];
                                impact: number;
                                impactName: string;
                                /** @enum {string} */
                                kind: "praise" | "suggestion" | "complaint" | "inquiry" | "emergency";
                                kindName: string;
                                /** @enum {string} */
                                priority: "P1" | "P2" | "P3" | "P4";
                                reasons: {
                                    /** @enum {string} */
                                    kind: "word" | "stars" | "mood" | "channel" | "choice" | "rule" | "person";
                                    says: string;
                                    text: string;
                                }[];
                                severity: number;
                                severityName: string;
                            };
                            unread: boolean;
                            /** Format: date-time */
                            updatedAt: string;
                            wants: string;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/closure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        despite?: string;
                        note: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            accused: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            alarm: {
                                level: number;
                                /** Format: date-time */
                                since: string;
                                takenAt: string | null;
                                takenBy: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                            } | null;
                            assignee: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            can: ("reply" | "note" | "triage" | "assign" | "take" | "start" | "wait" | "propose" | "accept_for_customer" | "close" | "close_despite" | "reopen" | "set_aside" | "recover" | "reveal" | "plan" | "investigate" | "assess" | "compensate" | "merge" | "tag")[];
                            category: string;
                            cause: string;
                            chain: ("shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin")[];
                            /** @enum {string} */
                            channel: "qr" | "counter" | "website" | "api" | "wechat" | "email" | "chat" | "phone" | "sms" | "meituan" | "eleme" | "dianping" | "douyin" | "weibo" | "wechat_pay" | "mini_program" | "monitor" | "authority" | "public_post" | "salon" | "event" | "internal" | "import";
                            channelName: string;
                            clock: {
                                calendar: string;
                                cycle: number;
                                dueAt: string | null;
                                late: boolean;
                                metAt: string | null;
                                /** @enum {string} */
                                metric: "acknowledge" | "respond" | "plan" | "resolve";
                                provisional: boolean;
                                /** Format: date-time */
                                startedAt: string;
                                /** @enum {string} */
                                state: "active" | "paused" | "met" | "breached" | "cancelled";
                                targetMin: number;
                                warnAt: string | null;
                            } | null;
                            clocks: {
                                calendar: string;
                                cycle: number;
                                dueAt: string | null;
                                late: boolean;
                                metAt: string | null;
                                /** @enum {string} */
                                metric: "acknowledge" | "respond" | "plan" | "resolve";
                                provisional: boolean;
                                /** Format: date-time */
                                startedAt: string;
                                /** @enum {string} */
                                state: "active" | "paused" | "met" | "breached" | "cancelled";
                                targetMin: number;
                                warnAt: string | null;
                            }[];
                            content: string;
                            customer: {
                                contact: string;
                                /** Format: uuid */
                                id: string;
                                name: string;
                                tickets: number;
                                /** @enum {string} */
                                value: "new" | "regular" | "vip";
                            } | null;
                            customerName: string;
                            cycle: number;
                            draft: boolean;
                            escalation: number;
                            excerpt: string;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "praise" | "suggestion" | "complaint" | "inquiry" | "emergency";
                            /** @enum {string} */
                            language: "zh-CN" | "zh-TW" | "en";
                            lateReason: string;
                            mergedInto: {
                                /** Format: uuid */
                                id: string;
                                number: string;
                            } | null;
                            missing: ("mood" | "category" | "content" | "photos" | "contact" | "name" | "purchasedAt" | "orderNumber" | "wants" | "table")[];
                            missingFacts: ("root_cause" | "measure" | "satisfaction_asked" | "evidence" | "tasks_done")[];
                            mood: ("good" | "fair" | "bad") | null;
                            number: string;
                            /** Format: date-time */
                            openedAt: string;
                            openTasks: number;
                            orderNumber: string;
                            otherTickets: {
                                /** Format: uuid */
                                id: string;
                                number: string;
                                /** Format: date-time */
                                openedAt: string;
                                /** @enum {string} */
                                status: "new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside";
                                title: string;
                            }[];
                            photos: number;
                            place: string;
                            playbookVersion: number;
                            /** @enum {string} */
                            priority: "P1" | "P2" | "P3" | "P4";
                            proposal: {
                                /** Format: date-time */
                                at: string;
                                closesAt: string | null;
                                text: string;
                            } | null;
                            purchasedAt: string | null;
                            rating: {
                                stars: number;
                                words: string;
                            } | null;
                            ruleName: string;
                            shop: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            stars: number | null;
                            /** @enum {string} */
                            status: "new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside";
                            /** @enum {string} */
                            step: "collect" | "classify" | "assign" | "handle" | "confirm" | "revisit";
                            tags: string[];
                            teamName: string;
                            title: string;
                            together: string[];
                            triage: {
                                /** @enum {string} */
                                by: "rules" | "person";
                                byName: string;
                                categories: {
                                    key: string;
                                    name: string;
                                }[];
                                impact: number;
                                impactName: string;
                                /** @enum {string} */
                                kind: "praise" | "suggestion" | "complaint" | "inquiry" | "emergency";
                                kindName: string;
                                /** @enum {string} */
                                priority: "P1" | "P2" | "P3" | "P4";
                                reasons: {
                                    /** @enum {string} */
                                    kind: "word" | "stars" | "mood" | "channel" | "choice" | "rule" | "person";
                                    says: string;
                                    text: string;
                                }[];
                                severity: number;
                                severityName: string;
                            };
                            unread: boolean;
                            /** Format: date-time */
                            updatedAt: string;
                            wants: string;
                        };
                    };
                };
            };
        };
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            accused: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            alarm: {
                                level: number;
                                /** Format: date-time */
                                since: string;
                                takenAt: string | null;
                                takenBy: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                            } | null;
                            assignee: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            can: ("reply" | "note" | "triage" | "assign" | "take" | "start" | "wait" | "propose" | "accept_for_customer" | "close" | "close_despite" | "reopen" | "set_aside" | "recover" | "reveal" | "plan" | "investigate" | "assess" | "compensate" | "merge" | "tag")[];
                            category: string;
                            cause: string;
                            chain: ("shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin")[];
                            /** @enum {string} */
                            channel: "qr" | "counter" | "website" | "api" | "wechat" | "email" | "chat" | "phone" | "sms" | "meituan" | "eleme" | "dianping" | "douyin" | "weibo" | "wechat_pay" | "mini_program" | "monitor" | "authority" | "public_post" | "salon" | "event" | "internal" | "import";
                            channelName: string;
                            clock: {
                                calendar: string;
                                cycle: number;
                                dueAt: string | null;
                                late: boolean;
                                metAt: string | null;
                                /** @enum {string} */
                                metric: "acknowledge" | "respond" | "plan" | "resolve";
                                provisional: boolean;
                                /** Format: date-time */
                                startedAt: string;
                                /** @enum {string} */
                                state: "active" | "paused" | "met" | "breached" | "cancelled";
                                targetMin: number;
                                warnAt: string | null;
                            } | null;
                            clocks: {
                                calendar: string;
                                cycle: number;
                                dueAt: string | null;
                                late: boolean;
                                metAt: string | null;
                                /** @enum {string} */
                                metric: "acknowledge" | "respond" | "plan" | "resolve";
                                provisional: boolean;
                                /** Format: date-time */
                                startedAt: string;
                                /** @enum {string} */
                                state: "active" | "paused" | "met" | "breached" | "cancelled";
                                targetMin: number;
                                warnAt: string | null;
                            }[];
                            content: string;
                            customer: {
                                contact: string;
                                /** Format: uuid */
                                id: string;
                                name: string;
                                tickets: number;
                                /** @enum {string} */
                                value: "new" | "regular" | "vip";
                            } | null;
                            customerName: string;
                            cycle: number;
                            draft: boolean;
                            escalation: number;
                            excerpt: string;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "praise" | "suggestion" | "complaint" | "inquiry" | "emergency";
                            /** @enum {string} */
                            language: "zh-CN" | "zh-TW" | "en";
                            lateReason: string;
                            mergedInto: {
                                /** Format: uuid */
                                id: string;
                                number: string;
                            } | null;
                            missing: ("mood" | "category" | "content" | "photos" | "contact" | "name" | "purchasedAt" | "orderNumber" | "wants" | "table")[];
                            missingFacts: ("root_cause" | "measure" | "satisfaction_asked" | "evidence" | "tasks_done")[];
                            mood: ("good" | "fair" | "bad") | null;
                            number: string;
                            /** Format: date-time */
                            openedAt: string;
                            openTasks: number;
                            orderNumber: string;
                            otherTickets: {
                                /** Format: uuid */
                                id: string;
                                number: string;
                                /** Format: date-time */
                                openedAt: string;
                                /** @enum {string} */
                                status: "new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside";
                                title: string;
                            }[];
                            photos: number;
                            place: string;
                            playbookVersion: number;
                            /** @enum {string} */
                            priority: "P1" | "P2" | "P3" | "P4";
                            proposal: {
                                /** Format: date-time */
                                at: string;
                                closesAt: string | null;
                                text: string;
                            } | null;
                            purchasedAt: string | null;
                            rating: {
                                stars: number;
                                words: string;
                            } | null;
                            ruleName: string;
                            shop: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            stars: number | null;
                            /** @enum {string} */
                            status: "new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside";
                            /** @enum {string} */
                            step: "collect" | "classify" | "assign" | "handle" | "confirm" | "revisit";
                            tags: string[];
                            teamName: string;
                            title: string;
                            together: string[];
                            triage: {
                                /** @enum {string} */
                                by: "rules" | "person";
                                byName: string;
                                categories: {
                                    key: string;
                                    name: string;
                                }[];
                                impact: number;
                                impactName: string;
                                /** @enum {string} */
                                kind: "praise" | "suggestion" | "complaint" | "inquiry" | "emergency";
                                kindName: string;
                                /** @enum {string} */
                                priority: "P1" | "P2" | "P3" | "P4";
                                reasons: {
                                    /** @enum {string} */
                                    kind: "word" | "stars" | "mood" | "channel" | "choice" | "rule" | "person";
                                    says: string;
                                    text: string;
                                }[];
                                severity: number;
                                severityName: string;
                            };
                            unread: boolean;
                            /** Format: date-time */
                            updatedAt: string;
                            wants: string;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/colleagues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            people: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                ofShop: boolean;
                                onDuty: boolean;
                                roles: ("shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin")[];
                            }[];
                            teams: {
                                key: string;
                                name: string;
                                people: string[];
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/compensation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            alreadyMinor: number;
                            alternatives: {
                                amountMinor: number;
                                because: {
                                    category: string;
                                    customer: ("new" | "regular" | "vip") | null;
                                    severity: string;
                                };
                                item: string;
                                key: string;
                                /** @enum {string} */
                                kind: "refund" | "coupon" | "points" | "replacement" | "gift";
                                name: string;
                                points: number;
                                reason: string;
                            }[];
                            budget: {
                                limitMinor: number;
                                /** Format: date */
                                month: string;
                                usedMinor: number;
                            } | null;
                            couponDays: number;
                            currency: string;
                            customerKnown: boolean;
                            /** @enum {string} */
                            customerValue: "new" | "regular" | "vip";
                            doubleDays: number;
                            earlier: {
                                amountMinor: number;
                                /** Format: date-time */
                                at: string;
                                currency: string;
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "refund" | "coupon" | "points" | "replacement" | "gift";
                                number: string;
                                points: number;
                                /** @enum {string} */
                                same: "customer" | "order" | "both";
                                /** @enum {string} */
                                state: "waiting" | "rejected" | "cancelled" | "issued";
                                ticketId: string | null;
                                title: string;
                            }[];
                            limitMinor: number | null;
                            list: {
                                amountMinor: number;
                                can: ("cancel" | "decide")[];
                                code: string;
                                currency: string;
                                cycle: number;
                                decidedAt: string | null;
                                /** Format: uuid */
                                id: string;
                                issuedAt: string | null;
                                item: string;
                                /** @enum {string} */
                                kind: "refund" | "coupon" | "points" | "replacement" | "gift";
                                offerName: string;
                                points: number;
                                /** Format: date-time */
                                proposedAt: string;
                                proposedBy: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                };
                                reason: string;
                                settledAt: string | null;
                                /** @enum {string} */
                                state: "waiting" | "rejected" | "cancelled" | "issued";
                                steps: {
                                    approver: {
                                        /** Format: uuid */
                                        id: string;
                                        name: string;
                                    } | null;
                                    askedAt: string | null;
                                    decidedAt: string | null;
                                    dueAt: string | null;
                                    /** Format: uuid */
                                    id: string;
                                    note: string;
                                    /** @enum {string} */
                                    role: "shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin";
                                    standsInFor: {
                                        /** Format: uuid */
                                        id: string;
                                        name: string;
                                    } | null;
                                    /** @enum {string} */
                                    state: "todo" | "asked" | "approved" | "rejected" | "skipped";
                                    step: number;
                                    /** @enum {string} */
                                    why: "amount" | "budget" | "both";
                                }[];
                                /** Format: uuid */
                                ticketId: string;
                                warnings: ({
                                    earlier: {
                                        amountMinor: number;
                                        /** Format: date-time */
                                        at: string;
                                        currency: string;
                                        /** Format: uuid */
                                        id: string;
                                        /** @enum {string} */
                                        kind: "refund" | "coupon" | "points" | "replacement" | "gift";
                                        number: string;
                                        points: number;
                                        /** @enum {string} */
                                        same: "customer" | "order" | "both";
                                        /** @enum {string} */
                                        state: "waiting" | "rejected" | "cancelled" | "issued";
                                        title: string;
                                    }[];
                                    /** @enum {string} */
                                    kind: "double";
                                } | {
                                    /** @enum {string} */
                                    kind: "above_policy";
                                    offeredMinor: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "over_budget";
                                    limitMinor: number;
                                    usedMinor: number;
                                })[];
                            }[];
                            mayPropose: boolean;
                            paths: {
                                steps: {
                                    approver: {
                                        /** Format: uuid */
                                        id: string;
                                        name: string;
                                    } | null;
                                    /** @enum {string} */
                                    role: "shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin";
                                    standsInFor: {
                                        /** Format: uuid */
                                        id: string;
                                        name: string;
                                    } | null;
                                    /** @enum {string} */
                                    why: "amount" | "budget" | "both";
                                }[];
                                upToMinor: number | null;
                            }[];
                            pointMinor: number;
                            suggestion: {
                                amountMinor: number;
                                because: {
                                    category: string;
                                    customer: ("new" | "regular" | "vip") | null;
                                    severity: string;
                                };
                                item: string;
                                key: string;
                                /** @enum {string} */
                                kind: "refund" | "coupon" | "points" | "replacement" | "gift";
                                name: string;
                                points: number;
                                reason: string;
                            } | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default 0 */
                        amountMinor?: number;
                        /** @default false */
                        confirmed?: boolean;
                        /** Format: uuid */
                        id: string;
                        /** @default  */
                        item?: string;
                        /** @enum {string} */
                        kind: "refund" | "coupon" | "points" | "replacement" | "gift";
                        offer?: string;
                        /** @default 0 */
                        points?: number;
                        /** @default  */
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            alreadyMinor: number;
                            alternatives: {
                                amountMinor: number;
                                because: {
                                    category: string;
                                    customer: ("new" | "regular" | "vip") | null;
                                    severity: string;
                                };
                                item: string;
                                key: string;
                                /** @enum {string} */
                                kind: "refund" | "coupon" | "points" | "replacement" | "gift";
                                name: string;
                                points: number;
                                reason: string;
                            }[];
                            budget: {
                                limitMinor: number;
                                /** Format: date */
                                month: string;
                                usedMinor: number;
                            } | null;
                            couponDays: number;
                            currency: string;
                            customerKnown: boolean;
                            /** @enum {string} */
                            customerValue: "new" | "regular" | "vip";
                            doubleDays: number;
                            earlier: {
                                amountMinor: number;
                                /** Format: date-time */
                                at: string;
                                currency: string;
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "refund" | "coupon" | "points" | "replacement" | "gift";
                                number: string;
                                points: number;
                                /** @enum {string} */
                                same: "customer" | "order" | "both";
                                /** @enum {string} */
                                state: "waiting" | "rejected" | "cancelled" | "issued";
                                ticketId: string | null;
                                title: string;
                            }[];
                            limitMinor: number | null;
                            list: {
                                amountMinor: number;
                                can: ("cancel" | "decide")[];
                                code: string;
                                currency: string;
                                cycle: number;
                                decidedAt: string | null;
                                /** Format: uuid */
                                id: string;
                                issuedAt: string | null;
                                item: string;
                                /** @enum {string} */
                                kind: "refund" | "coupon" | "points" | "replacement" | "gift";
                                offerName: string;
                                points: number;
                                /** Format: date-time */
                                proposedAt: string;
                                proposedBy: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                };
                                reason: string;
                                settledAt: string | null;
                                /** @enum {string} */
                                state: "waiting" | "rejected" | "cancelled" | "issued";
                                steps: {
                                    approver: {
                                        /** Format: uuid */
                                        id: string;
                                        name: string;
                                    } | null;
                                    askedAt: string | null;
                                    decidedAt: string | null;
                                    dueAt: string | null;
                                    /** Format: uuid */
                                    id: string;
                                    note: string;
                                    /** @enum {string} */
                                    role: "shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin";
                                    standsInFor: {
                                        /** Format: uuid */
                                        id: string;
                                        name: string;
                                    } | null;
                                    /** @enum {string} */
                                    state: "todo" | "asked" | "approved" | "rejected" | "skipped";
                                    step: number;
                                    /** @enum {string} */
                                    why: "amount" | "budget" | "both";
                                }[];
                                /** Format: uuid */
                                ticketId: string;
                                warnings: ({
                                    earlier: {
                                        amountMinor: number;
                                        /** Format: date-time */
                                        at: string;
                                        currency: string;
                                        /** Format: uuid */
                                        id: string;
                                        /** @enum {string} */
                                        kind: "refund" | "coupon" | "points" | "replacement" | "gift";
                                        number: string;
                                        points: number;
                                        /** @enum {string} */
                                        same: "customer" | "order" | "both";
                                        /** @enum {string} */
                                        state: "waiting" | "rejected" | "cancelled" | "issued";
                                        title: string;
                                    }[];
                                    /** @enum {string} */
                                    kind: "double";
                                } | {
                                    /** @enum {string} */
                                    kind: "above_policy";
                                    offeredMinor: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "over_budget";
                                    limitMinor: number;
                                    usedMinor: number;
                                })[];
                            }[];
                            mayPropose: boolean;
                            paths: {
                                steps: {
                                    approver: {
                                        /** Format: uuid */
                                        id: string;
                                        name: string;
                                    } | null;
                                    /** @enum {string} */
                                    role: "shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin";
                                    standsInFor: {
                                        /** Format: uuid */
                                        id: string;
                                        name: string;
                                    } | null;
                                    /** @enum {string} */
                                    why: "amount" | "budget" | "both";
                                }[];
                                upToMinor: number | null;
                            }[];
                            pointMinor: number;
                            suggestion: {
                                amountMinor: number;
                                because: {
                                    category: string;
                                    customer: ("new" | "regular" | "vip") | null;
                                    severity: string;
                                };
                                item: string;
                                key: string;
                                /** @enum {string} */
                                kind: "refund" | "coupon" | "points" | "replacement" | "gift";
                                name: string;
                                points: number;
                                reason: string;
                            } | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/compensation/{compensationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    compensationId: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            alreadyMinor: number;
                            alternatives: {
                                amountMinor: number;
                                because: {
                                    category: string;
                                    customer: ("new" | "regular" | "vip") | null;
                                    severity: string;
                                };
                                item: string;
                                key: string;
                                /** @enum {string} */
                                kind: "refund" | "coupon" | "points" | "replacement" | "gift";
                                name: string;
                                points: number;
                                reason: string;
                            }[];
                            budget: {
                                limitMinor: number;
                                /** Format: date */
                                month: string;
                                usedMinor: number;
                            } | null;
                            couponDays: number;
                            currency: string;
                            customerKnown: boolean;
                            /** @enum {string} */
                            customerValue: "new" | "regular" | "vip";
                            doubleDays: number;
                            earlier: {
                                amountMinor: number;
                                /** Format: date-time */
                                at: string;
                                currency: string;
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "refund" | "coupon" | "points" | "replacement" | "gift";
                                number: string;
                                points: number;
                                /** @enum {string} */
                                same: "customer" | "order" | "both";
                                /** @enum {string} */
                                state: "waiting" | "rejected" | "cancelled" | "issued";
                                ticketId: string | null;
                                title: string;
                            }[];
                            limitMinor: number | null;
                            list: {
                                amountMinor: number;
                                can: ("cancel" | "decide")[];
                                code: string;
                                currency: string;
                                cycle: number;
                                decidedAt: string | null;
                                /** Format: uuid */
                                id: string;
                                issuedAt: string | null;
                                item: string;
                                /** @enum {string} */
                                kind: "refund" | "coupon" | "points" | "replacement" | "gift";
                                offerName: string;
                                points: number;
                                /** Format: date-time */
                                proposedAt: string;
                                proposedBy: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                };
                                reason: string;
                                settledAt: string | null;
                                /** @enum {string} */
                                state: "waiting" | "rejected" | "cancelled" | "issued";
                                steps: {
                                    approver: {
                                        /** Format: uuid */
                                        id: string;
                                        name: string;
                                    } | null;
                                    askedAt: string | null;
                                    decidedAt: string | null;
                                    dueAt: string | null;
                                    /** Format: uuid */
                                    id: string;
                                    note: string;
                                    /** @enum {string} */
                                    role: "shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin";
                                    standsInFor: {
                                        /** Format: uuid */
                                        id: string;
                                        name: string;
                                    } | null;
                                    /** @enum {string} */
                                    state: "todo" | "asked" | "approved" | "rejected" | "skipped";
                                    step: number;
                                    /** @enum {string} */
                                    why: "amount" | "budget" | "both";
                                }[];
                                /** Format: uuid */
                                ticketId: string;
                                warnings: ({
                                    earlier: {
                                        amountMinor: number;
                                        /** Format: date-time */
                                        at: string;
                                        currency: string;
                                        /** Format: uuid */
                                        id: string;
                                        /** @enum {string} */
                                        kind: "refund" | "coupon" | "points" | "replacement" | "gift";
                                        number: string;
                                        points: number;
                                        /** @enum {string} */
                                        same: "customer" | "order" | "both";
                                        /** @enum {string} */
                                        state: "waiting" | "rejected" | "cancelled" | "issued";
                                        title: string;
                                    }[];
                                    /** @enum {string} */
                                    kind: "double";
                                } | {
                                    /** @enum {string} */
                                    kind: "above_policy";
                                    offeredMinor: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "over_budget";
                                    limitMinor: number;
                                    usedMinor: number;
                                })[];
                            }[];
                            mayPropose: boolean;
                            paths: {
                                steps: {
                                    approver: {
                                        /** Format: uuid */
                                        id: string;
                                        name: string;
                                    } | null;
                                    /** @enum {string} */
                                    role: "shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin";
                                    standsInFor: {
                                        /** Format: uuid */
                                        id: string;
                                        name: string;
                                    } | null;
                                    /** @enum {string} */
                                    why: "amount" | "budget" | "both";
                                }[];
                                upToMinor: number | null;
                            }[];
                            pointMinor: number;
                            suggestion: {
                                amountMinor: number;
                                because: {
                                    category: string;
                                    customer: ("new" | "regular" | "vip") | null;
                                    severity: string;
                                };
                                item: string;
                                key: string;
                                /** @enum {string} */
                                kind: "refund" | "coupon" | "points" | "replacement" | "gift";
                                name: string;
                                points: number;
                                reason: string;
                            } | null;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/composer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            drafts: {
                                expectedAt: string | null;
                                mentions: ({
                                    /** Format: uuid */
                                    staffId: string;
                                } | {
                                    team: string;
                                })[];
                                /** @enum {string} */
                                mode: "reply" | "note" | "propose";
                                photos: {
                                    bytes: number;
                                    height: number;
                                    /** Format: uuid */
                                    id: string;
                                    mime: string;
                                    name: string;
                                    url: string;
                                    width: number;
                                }[];
                                seen: string | null;
                                text: string;
                                /** Format: date-time */
                                updatedAt: string;
                                wait: boolean;
                            }[];
                            gaps: string[];
                            held: {
                                by: string;
                                /** Format: uuid */
                                id: string;
                                mine: boolean;
                                /** @enum {string} */
                                mode: "reply" | "propose";
                                photos: {
                                    bytes: number;
                                    height: number;
                                    /** Format: uuid */
                                    id: string;
                                    mime: string;
                                    name: string;
                                    url: string;
                                    width: number;
                                }[];
                                problem: string;
                                /** Format: date-time */
                                sendAt: string;
                                text: string;
                            }[];
                            newest: string | null;
                            /** Format: date-time */
                            now: string;
                            other: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                                held: boolean;
                                /** Format: uuid */
                                id: string;
                                text: string;
                            } | null;
                            presence: {
                                name: string;
                                /** Format: uuid */
                                staffId: string;
                                /** @enum {string} */
                                state: "viewing" | "replying";
                                /** Format: date-time */
                                until: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/contact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            email: string;
                            name: string;
                            phone: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/customer-value": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        value: "new" | "regular" | "vip";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            accused: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            alarm: {
                                level: number;
                                /** Format: date-time */
                                since: string;
                                takenAt: string | null;
                                takenBy: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                            } | null;
                            assignee: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            can: ("reply" | "note" | "triage" | "assign" | "take" | "start" | "wait" | "propose" | "accept_for_customer" | "close" | "close_despite" | "reopen" | "set_aside" | "recover" | "reveal" | "plan" | "investigate" | "assess" | "compensate" | "merge" | "tag")[];
                            category: string;
                            cause: string;
                            chain: ("shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin")[];
                            /** @enum {string} */
                            channel: "qr" | "counter" | "website" | "api" | "wechat" | "email" | "chat" | "phone" | "sms" | "meituan" | "eleme" | "dianping" | "douyin" | "weibo" | "wechat_pay" | "mini_program" | "monitor" | "authority" | "public_post" | "salon" | "event" | "internal" | "import";
                            channelName: string;
                            clock: {
                                calendar: string;
                                cycle: number;
                                dueAt: string | null;
                                late: boolean;
                                metAt: string | null;
                                /** @enum {string} */
                                metric: "acknowledge" | "respond" | "plan" | "resolve";
                                provisional: boolean;
                                /** Format: date-time */
                                startedAt: string;
                                /** @enum {string} */
                                state: "active" | "paused" | "met" | "breached" | "cancelled";
                                targetMin: number;
                                warnAt: string | null;
                            } | null;
                            clocks: {
                                calendar: string;
                                cycle: number;
                                dueAt: string | null;
                                late: boolean;
                                metAt: string | null;
                                /** @enum {string} */
                                metric: "acknowledge" | "respond" | "plan" | "resolve";
                                provisional: boolean;
                                /** Format: date-time */
                                startedAt: string;
                                /** @enum {string} */
                                state: "active" | "paused" | "met" | "breached" | "cancelled";
                                targetMin: number;
                                warnAt: string | null;
                            }[];
                            content: string;
                            customer: {
                                contact: string;
                                /** Format: uuid */
                                id: string;
                                name: string;
                                tickets: number;
                                /** @enum {string} */
                                value: "new" | "regular" | "vip";
                            } | null;
                            customerName: string;
                            cycle: number;
                            draft: boolean;
                            escalation: number;
                            excerpt: string;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "praise" | "suggestion" | "complaint" | "inquiry" | "emergency";
                            /** @enum {string} */
                            language: "zh-CN" | "zh-TW" | "en";
                            lateReason: string;
                            mergedInto: {
                                /** Format: uuid */
                                id: string;
                                number: string;
                            } | null;
                            missing: ("mood" | "category" | "content" | "photos" | "contact" | "name" | "purchasedAt" | "orderNumber" | "wants" | "table")[];
                            missingFacts: ("root_cause" | "measure" | "satisfaction_asked" | "evidence" | "tasks_done")[];
                            mood: ("good" | "fair" | "bad") | null;
                            number: string;
                            /** Format: date-time */
                            openedAt: string;
                            openTasks: number;
                            orderNumber: string;
                            otherTickets: {
                                /** Format: uuid */
                                id: string;
                                number: string;
                                /** Format: date-time */
                                openedAt: string;
                                /** @enum {string} */
                                status: "new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside";
                                title: string;
                            }[];
                            photos: number;
                            place: string;
                            playbookVersion: number;
                            /** @enum {string} */
                            priority: "P1" | "P2" | "P3" | "P4";
                            proposal: {
                                /** Format: date-time */
                                at: string;
                                closesAt: string | null;
                                text: string;
                            } | null;
                            purchasedAt: string | null;
                            rating: {
                                stars: number;
                                words: string;
                            } | null;
                            ruleName: string;
                            shop: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            stars: number | null;
                            /** @enum {string} */
                            status: "new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside";
                            /** @enum {string} */
                            step: "collect" | "classify" | "assign" | "handle" | "confirm" | "revisit";
                            tags: string[];
                            teamName: string;
                            title: string;
                            together: string[];
                            triage: {
                                /** @enum {string} */
                                by: "rules" | "person";
                                byName: string;
                                categories: {
                                    key: string;
                                    name: string;
                                }[];
                                impact: number;
                                impactName: string;
                                /** @enum {string} */
                                kind: "praise" | "suggestion" | "complaint" | "inquiry" | "emergency";
                                kindName: string;
                                /** @enum {string} */
                                priority: "P1" | "P2" | "P3" | "P4";
                                reasons: {
                                    /** @enum {string} */
                                    kind: "word" | "stars" | "mood" | "channel" | "choice" | "rule" | "person";
                                    says: string;
                                    text: string;
                                }[];
                                severity: number;
                                severityName: string;
                            };
                            unread: boolean;
                            /** Format: date-time */
                            updatedAt: string;
                            wants: string;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/cycles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            beganAt: string;
                            clocks: {
                                calendar: string;
                                cycle: number;
                                dueAt: string | null;
                                late: boolean;
                                metAt: string | null;
                                /** @enum {string} */
                                metric: "acknowledge" | "respond" | "plan" | "resolve";
                                provisional: boolean;
                                /** Format: date-time */
                                startedAt: string;
                                /** @enum {string} */
                                state: "active" | "paused" | "met" | "breached" | "cancelled";
                                targetMin: number;
                                warnAt: string | null;
                            }[];
                            /** @enum {string} */
                            end: "running" | "resolved" | "closed" | "reopened" | "merged" | "set_aside";
                            endedAt: string | null;
                            handlers: {
                                /** Format: date-time */
                                at: string;
                                id: string | null;
                                name: string;
                            }[];
                            number: number;
                            proposal: {
                                /** Format: date-time */
                                at: string;
                                text: string;
                            } | null;
                            rating: {
                                /** Format: date-time */
                                at: string;
                                reasons: string[];
                                stars: number;
                                words: string;
                            } | null;
                            teamName: string;
                            why: {
                                /** @enum {string} */
                                by: "customer" | "staff" | "revisit" | "recovered";
                                reason: string;
                                who: string;
                                words: string;
                            } | null;
                        }[];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/drafts/{mode}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    mode: "reply" | "note" | "propose";
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default null */
                        expectedAt?: string | null;
                        /** @default [] */
                        mentions?: ({
                            /** Format: uuid */
                            staffId: string;
                        } | {
                            team: string;
                        })[];
                        /** @default [] */
                        photos?: string[];
                        /** @default null */
                        seen?: string | null;
                        text: string;
                        /** @default false */
                        wait?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            updatedAt: string | null;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            entries: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                                /** @enum {string} */
                                byKind: "customer" | "staff" | "system";
                                data: {
                                    [key: string]: unknown;
                                };
                                /** @enum {string} */
                                delivery: "none" | "queued" | "sent" | "delivered" | "read" | "failed" | "dropped";
                                deliveryProblem: string;
                                fact: string;
                                from: {
                                    /** Format: uuid */
                                    id: string;
                                    number: string;
                                } | null;
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "message_in" | "message_out" | "note" | "fact";
                                photos: {
                                    bytes: number;
                                    height: number;
                                    /** Format: uuid */
                                    id: string;
                                    mime: string;
                                    name: string;
                                    url: string;
                                    width: number;
                                }[];
                                role: string;
                                text: string;
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default  */
                        details?: string;
                        /** Format: date-time */
                        happenedAt?: string;
                        /** @enum {string} */
                        kind: "photo" | "statement" | "order" | "camera" | "kitchen" | "treatment" | "other";
                        /** @default [] */
                        photos?: string[];
                        /** @default  */
                        reference?: string;
                        /** Format: uuid */
                        saidById?: string;
                        /** @default  */
                        title?: string;
                        /** Format: date-time */
                        untilAt?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            accused: {
                                dueAt: string | null;
                                late: boolean;
                                statedAt: string | null;
                                who: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                };
                            } | null;
                            can: ("change" | "conclude" | "reopen" | "addEvidence" | "accuse" | "state")[];
                            cause: string | null;
                            causeName: string;
                            causeNote: string;
                            causes: {
                                /** @enum {string} */
                                group: "people" | "equipment" | "material" | "method" | "surroundings" | "partner" | "customer" | "unknown";
                                key: string;
                                name: string;
                            }[];
                            concluded: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                            } | null;
                            conclusion: string;
                            evidence: {
                                /** Format: date-time */
                                addedAt: string;
                                addedBy: string;
                                byAccused: boolean;
                                details: string;
                                happenedAt: string | null;
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "photo" | "statement" | "order" | "camera" | "kitchen" | "treatment" | "other";
                                looks: {
                                    /** Format: date-time */
                                    firstAt: string;
                                    /** Format: date-time */
                                    lastAt: string;
                                    who: {
                                        /** Format: uuid */
                                        id: string;
                                        name: string;
                                    };
                                }[];
                                photos: {
                                    bytes: number;
                                    height: number;
                                    /** Format: uuid */
                                    id: string;
                                    mime: string;
                                    name: string;
                                    url: string;
                                    width: number;
                                }[];
                                reference: string;
                                saidBy: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                title: string;
                                untilAt: string | null;
                                withdrawn: {
                                    /** Format: date-time */
                                    at: string;
                                    by: string;
                                    reason: string;
                                } | null;
                            }[];
                            measure: string;
                            updatedAt: string | null;
                            updatedBy: string;
                            whys: string[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/evidence/{evidenceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    evidenceId: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            accused: {
                                dueAt: string | null;
                                late: boolean;
                                statedAt: string | null;
                                who: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                };
                            } | null;
                            can: ("change" | "conclude" | "reopen" | "addEvidence" | "accuse" | "state")[];
                            cause: string | null;
                            causeName: string;
                            causeNote: string;
                            causes: {
                                /** @enum {string} */
                                group: "people" | "equipment" | "material" | "method" | "surroundings" | "partner" | "customer" | "unknown";
                                key: string;
                                name: string;
                            }[];
                            concluded: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                            } | null;
                            conclusion: string;
                            evidence: {
                                /** Format: date-time */
                                addedAt: string;
                                addedBy: string;
                                byAccused: boolean;
                                details: string;
                                happenedAt: string | null;
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "photo" | "statement" | "order" | "camera" | "kitchen" | "treatment" | "other";
                                looks: {
                                    /** Format: date-time */
                                    firstAt: string;
                                    /** Format: date-time */
                                    lastAt: string;
                                    who: {
                                        /** Format: uuid */
                                        id: string;
                                        name: string;
                                    };
                                }[];
                                photos: {
                                    bytes: number;
                                    height: number;
                                    /** Format: uuid */
                                    id: string;
                                    mime: string;
                                    name: string;
                                    url: string;
                                    width: number;
                                }[];
                                reference: string;
                                saidBy: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                title: string;
                                untilAt: string | null;
                                withdrawn: {
                                    /** Format: date-time */
                                    at: string;
                                    by: string;
                                    reason: string;
                                } | null;
                            }[];
                            measure: string;
                            updatedAt: string | null;
                            updatedBy: string;
                            whys: string[];
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/evidence/{evidenceId}/look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    evidenceId: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/held/{heldId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    heldId: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            drafts: {
                                expectedAt: string | null;
                                mentions: ({
                                    /** Format: uuid */
                                    staffId: string;
                                } | {
                                    team: string;
                                })[];
                                /** @enum {string} */
                                mode: "reply" | "note" | "propose";
                                photos: {
                                    bytes: number;
                                    height: number;
                                    /** Format: uuid */
                                    id: string;
                                    mime: string;
                                    name: string;
                                    url: string;
                                    width: number;
                                }[];
                                seen: string | null;
                                text: string;
                                /** Format: date-time */
                                updatedAt: string;
                                wait: boolean;
                            }[];
                            gaps: string[];
                            held: {
                                by: string;
                                /** Format: uuid */
                                id: string;
                                mine: boolean;
                                /** @enum {string} */
                                mode: "reply" | "propose";
                                photos: {
                                    bytes: number;
                                    height: number;
                                    /** Format: uuid */
                                    id: string;
                                    mime: string;
                                    name: string;
                                    url: string;
                                    width: number;
                                }[];
                                problem: string;
                                /** Format: date-time */
                                sendAt: string;
                                text: string;
                            }[];
                            newest: string | null;
                            /** Format: date-time */
                            now: string;
                            other: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                                held: boolean;
                                /** Format: uuid */
                                id: string;
                                text: string;
                            } | null;
                            presence: {
                                name: string;
                                /** Format: uuid */
                                staffId: string;
                                /** @enum {string} */
                                state: "viewing" | "replying";
                                /** Format: date-time */
                                until: string;
                            }[];
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/held/{heldId}/now": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    heldId: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            drafts: {
                                expectedAt: string | null;
                                mentions: ({
                                    /** Format: uuid */
                                    staffId: string;
                                } | {
                                    team: string;
                                })[];
                                /** @enum {string} */
                                mode: "reply" | "note" | "propose";
                                photos: {
                                    bytes: number;
                                    height: number;
                                    /** Format: uuid */
                                    id: string;
                                    mime: string;
                                    name: string;
                                    url: string;
                                    width: number;
                                }[];
                                seen: string | null;
                                text: string;
                                /** Format: date-time */
                                updatedAt: string;
                                wait: boolean;
                            }[];
                            gaps: string[];
                            held: {
                                by: string;
                                /** Format: uuid */
                                id: string;
                                mine: boolean;
                                /** @enum {string} */
                                mode: "reply" | "propose";
                                photos: {
                                    bytes: number;
                                    height: number;
                                    /** Format: uuid */
                                    id: string;
                                    mime: string;
                                    name: string;
                                    url: string;
                                    width: number;
                                }[];
                                problem: string;
                                /** Format: date-time */
                                sendAt: string;
                                text: string;
                            }[];
                            newest: string | null;
                            /** Format: date-time */
                            now: string;
                            other: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                                held: boolean;
                                /** Format: uuid */
                                id: string;
                                text: string;
                            } | null;
                            presence: {
                                name: string;
                                /** Format: uuid */
                                staffId: string;
                                /** @enum {string} */
                                state: "viewing" | "replying";
                                /** Format: date-time */
                                until: string;
                            }[];
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/investigation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            accused: {
                                dueAt: string | null;
                                late: boolean;
                                statedAt: string | null;
                                who: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                };
                            } | null;
                            can: ("change" | "conclude" | "reopen" | "addEvidence" | "accuse" | "state")[];
                            cause: string | null;
                            causeName: string;
                            causeNote: string;
                            causes: {
                                /** @enum {string} */
                                group: "people" | "equipment" | "material" | "method" | "surroundings" | "partner" | "customer" | "unknown";
                                key: string;
                                name: string;
                            }[];
                            concluded: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                            } | null;
                            conclusion: string;
                            evidence: {
                                /** Format: date-time */
                                addedAt: string;
                                addedBy: string;
                                byAccused: boolean;
                                details: string;
                                happenedAt: string | null;
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "photo" | "statement" | "order" | "camera" | "kitchen" | "treatment" | "other";
                                looks: {
                                    /** Format: date-time */
                                    firstAt: string;
                                    /** Format: date-time */
                                    lastAt: string;
                                    who: {
                                        /** Format: uuid */
                                        id: string;
                                        name: string;
                                    };
                                }[];
                                photos: {
                                    bytes: number;
                                    height: number;
                                    /** Format: uuid */
                                    id: string;
                                    mime: string;
                                    name: string;
                                    url: string;
                                    width: number;
                                }[];
                                reference: string;
                                saidBy: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                title: string;
                                untilAt: string | null;
                                withdrawn: {
                                    /** Format: date-time */
                                    at: string;
                                    by: string;
                                    reason: string;
                                } | null;
                            }[];
                            measure: string;
                            updatedAt: string | null;
                            updatedBy: string;
                            whys: string[];
                        };
                    };
                };
            };
        };
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default null */
                        cause?: string | null;
                        /** @default  */
                        causeNote?: string;
                        /** @default  */
                        conclusion?: string;
                        /** @default  */
                        measure?: string;
                        /** @default null */
                        seenAt?: string | null;
                        /** @default [] */
                        whys?: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            accused: {
                                dueAt: string | null;
                                late: boolean;
                                statedAt: string | null;
                                who: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                };
                            } | null;
                            can: ("change" | "conclude" | "reopen" | "addEvidence" | "accuse" | "state")[];
                            cause: string | null;
                            causeName: string;
                            causeNote: string;
                            causes: {
                                /** @enum {string} */
                                group: "people" | "equipment" | "material" | "method" | "surroundings" | "partner" | "customer" | "unknown";
                                key: string;
                                name: string;
                            }[];
                            concluded: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                            } | null;
                            conclusion: string;
                            evidence: {
                                /** Format: date-time */
                                addedAt: string;
                                addedBy: string;
                                byAccused: boolean;
                                details: string;
                                happenedAt: string | null;
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "photo" | "statement" | "order" | "camera" | "kitchen" | "treatment" | "other";
                                looks: {
                                    /** Format: date-time */
                                    firstAt: string;
                                    /** Format: date-time */
                                    lastAt: string;
                                    who: {
                                        /** Format: uuid */
                                        id: string;
                                        name: string;
                                    };
                                }[];
                                photos: {
                                    bytes: number;
                                    height: number;
                                    /** Format: uuid */
                                    id: string;
                                    mime: string;
                                    name: string;
                                    url: string;
                                    width: number;
                                }[];
                                reference: string;
                                saidBy: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                title: string;
                                untilAt: string | null;
                                withdrawn: {
                                    /** Format: date-time */
                                    at: string;
                                    by: string;
                                    reason: string;
                                } | null;
                            }[];
                            measure: string;
                            updatedAt: string | null;
                            updatedBy: string;
                            whys: string[];
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/investigation/conclusion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default null */
                        seenAt?: string | null;
                        /** @default  */
                        unheard?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            accused: {
                                dueAt: string | null;
                                late: boolean;
                                statedAt: string | null;
                                who: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                };
                            } | null;
                            can: ("change" | "conclude" | "reopen" | "addEvidence" | "accuse" | "state")[];
                            cause: string | null;
                            causeName: string;
                            causeNote: string;
                            causes: {
                                /** @enum {string} */
                                group: "people" | "equipment" | "material" | "method" | "surroundings" | "partner" | "customer" | "unknown";
                                key: string;
                                name: string;
                            }[];
                            concluded: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                            } | null;
                            conclusion: string;
                            evidence: {
                                /** Format: date-time */
                                addedAt: string;
                                addedBy: string;
                                byAccused: boolean;
                                details: string;
                                happenedAt: string | null;
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "photo" | "statement" | "order" | "camera" | "kitchen" | "treatment" | "other";
                                looks: {
                                    /** Format: date-time */
                                    firstAt: string;
                                    /** Format: date-time */
                                    lastAt: string;
                                    who: {
                                        /** Format: uuid */
                                        id: string;
                                        name: string;
                                    };
                                }[];
                                photos: {
                                    bytes: number;
                                    height: number;
                                    /** Format: uuid */
                                    id: string;
                                    mime: string;
                                    name: string;
                                    url: string;
                                    width: number;
                                }[];
                                reference: string;
                                saidBy: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                title: string;
                                untilAt: string | null;
                                withdrawn: {
                                    /** Format: date-time */
                                    at: string;
                                    by: string;
                                    reason: string;
                                } | null;
                            }[];
                            measure: string;
                            updatedAt: string | null;
                            updatedBy: string;
                            whys: string[];
                        };
                    };
                };
            };
        };
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            accused: {
                                dueAt: string | null;
                                late: boolean;
                                statedAt: string | null;
                                who: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                };
                            } | null;
                            can: ("change" | "conclude" | "reopen" | "addEvidence" | "accuse" | "state")[];
                            cause: string | null;
                            causeName: string;
                            causeNote: string;
                            causes: {
                                /** @enum {string} */
                                group: "people" | "equipment" | "material" | "method" | "surroundings" | "partner" | "customer" | "unknown";
                                key: string;
                                name: string;
                            }[];
                            concluded: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                            } | null;
                            conclusion: string;
                            evidence: {
                                /** Format: date-time */
                                addedAt: string;
                                addedBy: string;
                                byAccused: boolean;
                                details: string;
                                happenedAt: string | null;
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "photo" | "statement" | "order" | "camera" | "kitchen" | "treatment" | "other";
                                looks: {
                                    /** Format: date-time */
                                    firstAt: string;
                                    /** Format: date-time */
                                    lastAt: string;
                                    who: {
                                        /** Format: uuid */
                                        id: string;
                                        name: string;
                                    };
                                }[];
                                photos: {
                                    bytes: number;
                                    height: number;
                                    /** Format: uuid */
                                    id: string;
                                    mime: string;
                                    name: string;
                                    url: string;
                                    width: number;
                                }[];
                                reference: string;
                                saidBy: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                title: string;
                                untilAt: string | null;
                                withdrawn: {
                                    /** Format: date-time */
                                    at: string;
                                    by: string;
                                    reason: string;
                                } | null;
                            }[];
                            measure: string;
                            updatedAt: string | null;
                            updatedBy: string;
                            whys: string[];
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/late-reason": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            accused: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            alarm: {
                                level: number;
                                /** Format: date-time */
                                since: string;
                                takenAt: string | null;
                                takenBy: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                            } | null;
                            assignee: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            can: ("reply" | "note" | "triage" | "assign" | "take" | "start" | "wait" | "propose" | "accept_for_customer" | "close" | "close_despite" | "reopen" | "set_aside" | "recover" | "reveal" | "plan" | "investigate" | "assess" | "compensate" | "merge" | "tag")[];
                            category: string;
                            cause: string;
                            chain: ("shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin")[];
                            /** @enum {string} */
                            channel: "qr" | "counter" | "website" | "api" | "wechat" | "email" | "chat" | "phone" | "sms" | "meituan" | "eleme" | "dianping" | "douyin" | "weibo" | "wechat_pay" | "mini_program" | "monitor" | "authority" | "public_post" | "salon" | "event" | "internal" | "import";
                            channelName: string;
                            clock: {
                                calendar: string;
                                cycle: number;
                                dueAt: string | null;
                                late: boolean;
                                metAt: string | null;
                                /** @enum {string} */
                                metric: "acknowledge" | "respond" | "plan" | "resolve";
                                provisional: boolean;
                                /** Format: date-time */
                                startedAt: string;
                                /** @enum {string} */
                                state: "active" | "paused" | "met" | "breached" | "cancelled";
                                targetMin: number;
                                warnAt: string | null;
                            } | null;
                            clocks: {
                                calendar: string;
                                cycle: number;
                                dueAt: string | null;
                                late: boolean;
                                metAt: string | null;
                                /** @enum {string} */
                                metric: "acknowledge" | "respond" | "plan" | "resolve";
                                provisional: boolean;
                                /** Format: date-time */
                                startedAt: string;
                                /** @enum {string} */
                                state: "active" | "paused" | "met" | "breached" | "cancelled";
                                targetMin: number;
                                warnAt: string | null;
                            }[];
                            content: string;
                            customer: {
                                contact: string;
                                /** Format: uuid */
                                id: string;
                                name: string;
                                tickets: number;
                                /** @enum {string} */
                                value: "new" | "regular" | "vip";
                            } | null;
                            customerName: string;
                            cycle: number;
                            draft: boolean;
                            escalation: number;
                            excerpt: string;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "praise" | "suggestion" | "complaint" | "inquiry" | "emergency";
                            /** @enum {string} */
                            language: "zh-CN" | "zh-TW" | "en";
                            lateReason: string;
                            mergedInto: {
                                /** Format: uuid */
                                id: string;
                                number: string;
                            } | null;
                            missing: ("mood" | "category" | "content" | "photos" | "contact" | "name" | "purchasedAt" | "orderNumber" | "wants" | "table")[];
                            missingFacts: ("root_cause" | "measure" | "satisfaction_asked" | "evidence" | "tasks_done")[];
                            mood: ("good" | "fair" | "bad") | null;
                            number: string;
                            /** Format: date-time */
                            openedAt: string;
                            openTasks: number;
                            orderNumber: string;
                            otherTickets: {
                                /** Format: uuid */
                                id: string;
                                number: string;
                                /** Format: date-time */
                                openedAt: string;
                                /** @enum {string} */
                                status: "new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside";
                                title: string;
                            }[];
                            photos: number;
                            place: string;
                            playbookVersion: number;
                            /** @enum {string} */
                            priority: "P1" | "P2" | "P3" | "P4";
                            proposal: {
                                /** Format: date-time */
                                at: string;
                                closesAt: string | null;
                                text: string;
                            } | null;
                            purchasedAt: string | null;
                            rating: {
                                stars: number;
                                words: string;
                            } | null;
                            ruleName: string;
                            shop: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            stars: number | null;
                            /** @enum {string} */
                            status: "new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside";
                            /** @enum {string} */
                            step: "collect" | "classify" | "assign" | "handle" | "confirm" | "revisit";
                            tags: string[];
                            teamName: string;
                            title: string;
                            together: string[];
                            triage: {
                                /** @enum {string} */
                                by: "rules" | "person";
                                byName: string;
                                categories: {
                                    key: string;
                                    name: string;
                                }[];
                                impact: number;
                                impactName: string;
                                /** @enum {string} */
                                kind: "praise" | "suggestion" | "complaint" | "inquiry" | "emergency";
                                kindName: string;
                                /** @enum {string} */
                                priority: "P1" | "P2" | "P3" | "P4";
                                reasons: {
                                    /** @enum {string} */
                                    kind: "word" | "stars" | "mood" | "channel" | "choice" | "rule" | "person";
                                    says: string;
                                    text: string;
                                }[];
                                severity: number;
                                severityName: string;
                            };
                            unread: boolean;
                            /** Format: date-time */
                            updatedAt: string;
                            wants: string;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            can: ("merge" | "split" | "relate")[];
                            merged: {
                                assignee: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                /** Format: date-time */
                                at: string;
                                by: string;
                                customerName: string;
                                /** @enum {string} */
                                here: "yes" | "confirm" | "same_ticket" | "source_ended" | "source_merged" | "source_has_merged" | "target_merged" | "target_closed" | "target_set_aside" | "target_settled" | "different_customers" | "out_of_reach";
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "praise" | "suggestion" | "complaint" | "inquiry" | "emergency";
                                number: string;
                                /** Format: date-time */
                                openedAt: string;
                                orderNumber: string;
                                /** @enum {string} */
                                priority: "P1" | "P2" | "P3" | "P4";
                                reason: string;
                                shop: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                /** @enum {string} */
                                status: "new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside";
                                /** @enum {string} */
                                there: "yes" | "confirm" | "same_ticket" | "source_ended" | "source_merged" | "source_has_merged" | "target_merged" | "target_closed" | "target_set_aside" | "target_settled" | "different_customers" | "out_of_reach";
                                title: string;
                            }[];
                            mergedInto: {
                                assignee: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                /** Format: date-time */
                                at: string;
                                by: string;
                                customerName: string;
                                /** @enum {string} */
                                here: "yes" | "confirm" | "same_ticket" | "source_ended" | "source_merged" | "source_has_merged" | "target_merged" | "target_closed" | "target_set_aside" | "target_settled" | "different_customers" | "out_of_reach";
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "praise" | "suggestion" | "complaint" | "inquiry" | "emergency";
                                number: string;
                                /** Format: date-time */
                                openedAt: string;
                                orderNumber: string;
                                /** @enum {string} */
                                priority: "P1" | "P2" | "P3" | "P4";
                                reason: string;
                                shop: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                /** @enum {string} */
                                status: "new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside";
                                /** @enum {string} */
                                there: "yes" | "confirm" | "same_ticket" | "source_ended" | "source_merged" | "source_has_merged" | "target_merged" | "target_closed" | "target_set_aside" | "target_settled" | "different_customers" | "out_of_reach";
                                title: string;
                            } | null;
                            related: {
                                assignee: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                /** Format: date-time */
                                at: string;
                                by: string;
                                customerName: string;
                                /** @enum {string} */
                                here: "yes" | "confirm" | "same_ticket" | "source_ended" | "source_merged" | "source_has_merged" | "target_merged" | "target_closed" | "target_set_aside" | "target_settled" | "different_customers" | "out_of_reach";
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "praise" | "suggestion" | "complaint" | "inquiry" | "emergency";
                                number: string;
                                /** Format: date-time */
                                openedAt: string;
                                orderNumber: string;
                                /** @enum {string} */
                                priority: "P1" | "P2" | "P3" | "P4";
                                reason: string;
                                shop: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                /** @enum {string} */
                                status: "new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside";
                                /** @enum {string} */
                                there: "yes" | "confirm" | "same_ticket" | "source_ended" | "source_merged" | "source_has_merged" | "target_merged" | "target_closed" | "target_set_aside" | "target_settled" | "different_customers" | "out_of_reach";
                                title: string;
                            }[];
                            sameCustomer: {
                                assignee: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                customerName: string;
                                /** @enum {string} */
                                here: "yes" | "confirm" | "same_ticket" | "source_ended" | "source_merged" | "source_has_merged" | "target_merged" | "target_closed" | "target_set_aside" | "target_settled" | "different_customers" | "out_of_reach";
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "praise" | "suggestion" | "complaint" | "inquiry" | "emergency";
                                number: string;
                                /** Format: date-time */
                                openedAt: string;
                                orderNumber: string;
                                /** @enum {string} */
                                priority: "P1" | "P2" | "P3" | "P4";
                                shop: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                /** @enum {string} */
                                status: "new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside";
                                /** @enum {string} */
                                there: "yes" | "confirm" | "same_ticket" | "source_ended" | "source_merged" | "source_has_merged" | "target_merged" | "target_closed" | "target_set_aside" | "target_settled" | "different_customers" | "out_of_reach";
                                title: string;
                            }[];
                            sameOrder: {
                                assignee: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                customerName: string;
                                /** @enum {string} */
                                here: "yes" | "confirm" | "same_ticket" | "source_ended" | "source_merged" | "source_has_merged" | "target_merged" | "target_closed" | "target_set_aside" | "target_settled" | "different_customers" | "out_of_reach";
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "praise" | "suggestion" | "complaint" | "inquiry" | "emergency";
                                number: string;
                                /** Format: date-time */
                                openedAt: string;
                                orderNumber: string;
                                /** @enum {string} */
                                priority: "P1" | "P2" | "P3" | "P4";
                                shop: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                /** @enum {string} */
                                status: "new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside";
                                /** @enum {string} */
                                there: "yes" | "confirm" | "same_ticket" | "source_ended" | "source_merged" | "source_has_merged" | "target_merged" | "target_closed" | "target_set_aside" | "target_settled" | "different_customers" | "out_of_reach";
                                title: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/links/found": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query: {
                    q: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            assignee: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            customerName: string;
                            /** @enum {string} */
                            here: "yes" | "confirm" | "same_ticket" | "source_ended" | "source_merged" | "source_has_merged" | "target_merged" | "target_closed" | "target_set_aside" | "target_settled" | "different_customers" | "out_of_reach";
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "praise" | "suggestion" | "complaint" | "inquiry" | "emergency";
                            number: string;
                            /** Format: date-time */
                            openedAt: string;
                            orderNumber: string;
                            /** @enum {string} */
                            priority: "P1" | "P2" | "P3" | "P4";
                            shop: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            /** @enum {string} */
                            status: "new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside";
                            /** @enum {string} */
                            there: "yes" | "confirm" | "same_ticket" | "source_ended" | "source_merged" | "source_has_merged" | "target_merged" | "target_closed" | "target_set_aside" | "target_settled" | "different_customers" | "out_of_reach";
                            title: string;
                        }[];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/mentionable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            people: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                onDuty: boolean;
                                roles: ("shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin")[];
                            }[];
                            teams: {
                                key: string;
                                name: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default  */
                        reason?: string;
                        /** @enum {boolean} */
                        sameCustomer?: true;
                        /** Format: uuid */
                        targetId: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            accused: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            alarm: {
                                level: number;
                                /** Format: date-time */
                                since: string;
                                takenAt: string | null;
                                takenBy: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                            } | null;
                            assignee: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            can: ("reply" | "note" | "triage" | "assign" | "take" | "start" | "wait" | "propose" | "accept_for_customer" | "close" | "close_despite" | "reopen" | "set_aside" | "recover" | "reveal" | "plan" | "investigate" | "assess" | "compensate" | "merge" | "tag")[];
                            category: string;
                            cause: string;
                            chain: ("shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin")[];
                            /** @enum {string} */
                            channel: "qr" | "counter" | "website" | "api" | "wechat" | "email" | "chat" | "phone" | "sms" | "meituan" | "eleme" | "dianping" | "douyin" | "weibo" | "wechat_pay" | "mini_program" | "monitor" | "authority" | "public_post" | "salon" | "event" | "internal" | "import";
                            channelName: string;
                            clock: {
                                calendar: string;
                                cycle: number;
                                dueAt: string | null;
                                late: boolean;
                                metAt: string | null;
                                /** @enum {string} */
                                metric: "acknowledge" | "respond" | "plan" | "resolve";
                                provisional: boolean;
                                /** Format: date-time */
                                startedAt: string;
                                /** @enum {string} */
                                state: "active" | "paused" | "met" | "breached" | "cancelled";
                                targetMin: number;
                                warnAt: string | null;
                            } | null;
                            clocks: {
                                calendar: string;
                                cycle: number;
                                dueAt: string | null;
                                late: boolean;
                                metAt: string | null;
                                /** @enum {string} */
                                metric: "acknowledge" | "respond" | "plan" | "resolve";
                                provisional: boolean;
                                /** Format: date-time */
                                startedAt: string;
                                /** @enum {string} */
                                state: "active" | "paused" | "met" | "breached" | "cancelled";
                                targetMin: number;
                                warnAt: string | null;
                            }[];
                            content: string;
                            customer: {
                                contact: string;
                                /** Format: uuid */
                                id: string;
                                name: string;
                                tickets: number;
                                /** @enum {string} */
                                value: "new" | "regular" | "vip";
                            } | null;
                            customerName: string;
                            cycle: number;
                            draft: boolean;
                            escalation: number;
                            excerpt: string;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "praise" | "suggestion" | "complaint" | "inquiry" | "emergency";
                            /** @enum {string} */
                            language: "zh-CN" | "zh-TW" | "en";
                            lateReason: string;
                            mergedInto: {
                                /** Format: uuid */
                                id: string;
                                number: string;
                            } | null;
                            missing: ("mood" | "category" | "content" | "photos" | "contact" | "name" | "purchasedAt" | "orderNumber" | "wants" | "table")[];
                            missingFacts: ("root_cause" | "measure" | "satisfaction_asked" | "evidence" | "tasks_done")[];
                            mood: ("good" | "fair" | "bad") | null;
                            number: string;
                            /** Format: date-time */
                            openedAt: string;
                            openTasks: number;
                            orderNumber: string;
                            otherTickets: {
                                /** Format: uuid */
                                id: string;
                                number: string;
                                /** Format: date-time */
                                openedAt: string;
                                /** @enum {string} */
                                status: "new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside";
                                title: string;
                            }[];
                            photos: number;
                            place: string;
                            playbookVersion: number;
                            /** @enum {string} */
                            priority: "P1" | "P2" | "P3" | "P4";
                            proposal: {
                                /** Format: date-time */
                                at: string;
                                closesAt: string | null;
                                text: string;
                            } | null;
                            purchasedAt: string | null;
                            rating: {
                                stars: number;
                                words: string;
                            } | null;
                            ruleName: string;
                            shop: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            stars: number | null;
                            /** @enum {string} */
                            status: "new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside";
                            /** @enum {string} */
                            step: "collect" | "classify" | "assign" | "handle" | "confirm" | "revisit";
                            tags: string[];
                            teamName: string;
                            title: string;
                            together: string[];
                            triage: {
                                /** @enum {string} */
                                by: "rules" | "person";
                                byName: string;
                                categories: {
                                    key: string;
                                    name: string;
                                }[];
                                impact: number;
                                impactName: string;
                                /** @enum {string} */
                                kind: "praise" | "suggestion" | "complaint" | "inquiry" | "emergency";
                                kindName: string;
                                /** @enum {string} */
                                priority: "P1" | "P2" | "P3" | "P4";
                                reasons: {
                                    /** @enum {string} */
                                    kind: "word" | "stars" | "mood" | "channel" | "choice" | "rule" | "person";
                                    says: string;
                                    text: string;
                                }[];
                                severity: number;
                                severityName: string;
                            };
                            unread: boolean;
                            /** Format: date-time */
                            updatedAt: string;
                            wants: string;
                        };
                    };
                };
            };
        };
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default  */
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            accused: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            alarm: {
                                level: number;
                                /** Format: date-time */
                                since: string;
                                takenAt: string | null;
                                takenBy: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                            } | null;
                            assignee: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            can: ("reply" | "note" | "triage" | "assign" | "take" | "start" | "wait" | "propose" | "accept_for_customer" | "close" | "close_despite" | "reopen" | "set_aside" | "recover" | "reveal" | "plan" | "investigate" | "assess" | "compensate" | "merge" | "tag")[];
                            category: string;
                            cause: string;
                            chain: ("shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin")[];
                            /** @enum {string} */
                            channel: "qr" | "counter" | "website" | "api" | "wechat" | "email" | "chat" | "phone" | "sms" | "meituan" | "eleme" | "dianping" | "douyin" | "weibo" | "wechat_pay" | "mini_program" | "monitor" | "authority" | "public_post" | "salon" | "event" | "internal" | "import";
                            channelName: string;
                            clock: {
                                calendar: string;
                                cycle: number;
                                dueAt: string | null;
                                late: boolean;
                                metAt: string | null;
                                /** @enum {string} */
                                metric: "acknowledge" | "respond" | "plan" | "resolve";
                                provisional: boolean;
                                /** Format: date-time */
                                startedAt: string;
                                /** @enum {string} */
                                state: "active" | "paused" | "met" | "breached" | "cancelled";
                                targetMin: number;
                                warnAt: string | null;
                            } | null;
                            clocks: {
                                calendar: string;
                                cycle: number;
                                dueAt: string | null;
                                late: boolean;
                                metAt: string | null;
                                /** @enum {string} */
                                metric: "acknowledge" | "respond" | "plan" | "resolve";
                                provisional: boolean;
                                /** Format: date-time */
                                startedAt: string;
                                /** @enum {string} */
                                state: "active" | "paused" | "met" | "breached" | "cancelled";
                                targetMin: number;
                                warnAt: string | null;
                            }[];
                            content: string;
                            customer: {
                                contact: string;
                                /** Format: uuid */
                                id: string;
                                name: string;
                                tickets: number;
                                /** @enum {string} */
                                value: "new" | "regular" | "vip";
                            } | null;
                            customerName: string;
                            cycle: number;
                            draft: boolean;
                            escalation: number;
                            excerpt: string;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "praise" | "suggestion" | "complaint" | "inquiry" | "emergency";
                            /** @enum {string} */
                            language: "zh-CN" | "zh-TW" | "en";
                            lateReason: string;
                            mergedInto: {
                                /** Format: uuid */
                                id: string;
                                number: string;
                            } | null;
                            missing: ("mood" | "category" | "content" | "photos" | "contact" | "name" | "purchasedAt" | "orderNumber" | "wants" | "table")[];
                            missingFacts: ("root_cause" | "measure" | "satisfaction_asked" | "evidence" | "tasks_done")[];
                            mood: ("good" | "fair" | "bad") | null;
                            number: string;
                            /** Format: date-time */
                            openedAt: string;
                            openTasks: number;
                            orderNumber: string;
                            otherTickets: {
                                /** Format: uuid */
                                id: string;
                                number: string;
                                /** Format: date-time */
                                openedAt: string;
                                /** @enum {string} */
                                status: "new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside";
                                title: string;
                            }[];
                            photos: number;
                            place: string;
                            playbookVersion: number;
                            /** @enum {string} */
                            priority: "P1" | "P2" | "P3" | "P4";
                            proposal: {
                                /** Format: date-time */
                                at: string;
                                closesAt: string | null;
                                text: string;
                            } | null;
                            purchasedAt: string | null;
                            rating: {
                                stars: number;
                                words: string;
                            } | null;
                            ruleName: string;
                            shop: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            stars: number | null;
                            /** @enum {string} */
                            status: "new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside";
                            /** @enum {string} */
                            step: "collect" | "classify" | "assign" | "handle" | "confirm" | "revisit";
                            tags: string[];
                            teamName: string;
                            title: string;
                            together: string[];
                            triage: {
                                /** @enum {string} */
                                by: "rules" | "person";
                                byName: string;
                                categories: {
                                    key: string;
                                    name: string;
                                }[];
                                impact: number;
                                impactName: string;
                                /** @enum {string} */
                                kind: "praise" | "suggestion" | "complaint" | "inquiry" | "emergency";
                                kindName: string;
                                /** @enum {string} */
                                priority: "P1" | "P2" | "P3" | "P4";
                                reasons: {
                                    /** @enum {string} */
                                    kind: "word" | "stars" | "mood" | "channel" | "choice" | "rule" | "person";
                                    says: string;
                                    text: string;
                                }[];
                                severity: number;
                                severityName: string;
                            };
                            unread: boolean;
                            /** Format: date-time */
                            updatedAt: string;
                            wants: string;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default [] */
                        mentions?: ({
                            /** Format: uuid */
                            staffId: string;
                        } | {
                            team: string;
                        })[];
                        /** @default [] */
                        photos?: string[];
                        text: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            accused: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            alarm: {
                                level: number;
                                /** Format: date-time */
                                since: string;
                                takenAt: string | null;
                                takenBy: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                            } | null;
                            assignee: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            can: ("reply" | "note" | "triage" | "assign" | "take" | "start" | "wait" | "propose" | "accept_for_customer" | "close" | "close_despite" | "reopen" | "set_aside" | "recover" | "reveal" | "plan" | "investigate" | "assess" | "compensate" | "merge" | "tag")[];
                            category: string;
                            cause: string;
                            chain: ("shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin")[];
                            /** @enum {string} */
                            channel: "qr" | "counter" | "website" | "api" | "wechat" | "email" | "chat" | "phone" | "sms" | "meituan" | "eleme" | "dianping" | "douyin" | "weibo" | "wechat_pay" | "mini_program" | "monitor" | "authority" | "public_post" | "salon" | "event" | "internal" | "import";
                            channelName: string;
                            clock: {
                                calendar: string;
                                cycle: number;
                                dueAt: string | null;
                                late: boolean;
                                metAt: string | null;
                                /** @enum {string} */
                                metric: "acknowledge" | "respond" | "plan" | "resolve";
                                provisional: boolean;
                                /** Format: date-time */
                                startedAt: string;
                                /** @enum {string} */
                                state: "active" | "paused" | "met" | "breached" | "cancelled";
                                targetMin: number;
                                warnAt: string | null;
                            } | null;
                            clocks: {
                                calendar: string;
                                cycle: number;
                                dueAt: string | null;
                                late: boolean;
                                metAt: string | null;
                                /** @enum {string} */
                                metric: "acknowledge" | "respond" | "plan" | "resolve";
                                provisional: boolean;
                                /** Format: date-time */
                                startedAt: string;
                                /** @enum {string} */
                                state: "active" | "paused" | "met" | "breached" | "cancelled";
                                targetMin: number;
                                warnAt: string | null;
                            }[];
                            content: string;
                            customer: {
                                contact: string;
                                /** Format: uuid */
                                id: string;
                                name: string;
                                tickets: number;
                                /** @enum {string} */
                                value: "new" | "regular" | "vip";
                            } | null;
                            customerName: string;
                            cycle: number;
                            draft: boolean;
                            escalation: number;
                            excerpt: string;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "praise" | "suggestion" | "complaint" | "inquiry" | "emergency";
                            /** @enum {string} */
                            language: "zh-CN" | "zh-TW" | "en";
                            lateReason: string;
                            mergedInto: {
                                /** Format: uuid */
                                id: string;
                                number: string;
                            } | null;
                            missing: ("mood" | "category" | "content" | "photos" | "contact" | "name" | "purchasedAt" | "orderNumber" | "wants" | "table")[];
                            missingFacts: ("root_cause" | "measure" | "satisfaction_asked" | "evidence" | "tasks_done")[];
                            mood: ("good" | "fair" | "bad") | null;
                            number: string;
                            /** Format: date-time */
                            openedAt: string;
                            openTasks: number;
                            orderNumber: string;
                            otherTickets: {
                                /** Format: uuid */
                                id: string;
                                number: string;
                                /** Format: date-time */
                                openedAt: string;
                                /** @enum {string} */
                                status: "new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside";
                                title: string;
                            }[];
                            photos: number;
                            place: string;
                            playbookVersion: number;
                            /** @enum {string} */
                            priority: "P1" | "P2" | "P3" | "P4";
                            proposal: {
                                /** Format: date-time */
                                at: string;
                                closesAt: string | null;
                                text: string;
                            } | null;
                            purchasedAt: string | null;
                            rating: {
                                stars: number;
                                words: string;
                            } | null;
                            ruleName: string;
                            shop: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            stars: number | null;
                            /** @enum {string} */
                            status: "new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside";
                            /** @enum {string} */
                            step: "collect" | "classify" | "assign" | "handle" | "confirm" | "revisit";
                            tags: string[];
                            teamName: string;
                            title: string;
                            together: string[];
                            triage: {
                                /** @enum {string} */
                                by: "rules" | "person";
                                byName: string;
                                categories: {
                                    key: string;
                                    name: string;
                                }[];
                                impact: number;
                                impactName: string;
                                /** @enum {string} */
                                kind: "praise" | "suggestion" | "complaint" | "inquiry" | "emergency";
                                kindName: string;
                                /** @enum {string} */
                                priority: "P1" | "P2" | "P3" | "P4";
                                reasons: {
                                    /** @enum {string} */
                                    kind: "word" | "stars" | "mood" | "channel" | "choice" | "rule" | "person";
                                    says: string;
                                    text: string;
                                }[];
                                severity: number;
                                severityName: string;
                            };
                            unread: boolean;
                            /** Format: date-time */
                            updatedAt: string;
                            wants: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        promise?: {
                            /** Format: date-time */
                            expectedAt: string;
                            message: string;
                            /** Format: date-time */
                            nextContactAt: string;
                        };
                        steps: {
                            /** @default  */
                            details?: string;
                            /** Format: date-time */
                            dueAt: string;
                            /** Format: uuid */
                            id?: string;
                            /** Format: uuid */
                            ownerId?: string;
                            /** @default  */
                            resources?: string;
                            team?: string;
                            title: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            aboutId: string | null;
                            can: ("finish" | "change" | "cancel")[];
                            /** Format: date-time */
                            createdAt: string;
                            createdBy: string;
                            details: string;
                            doneAt: string | null;
                            doneBy: string;
                            /** Format: date-time */
                            dueAt: string;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "step" | "question" | "statement" | "opinion" | "decision" | "approval" | "revisit" | "contact" | "facts" | "legal";
                            overdue: boolean;
                            owner: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            photos: {
                                bytes: number;
                                height: number;
                                /** Format: uuid */
                                id: string;
                                mime: string;
                                name: string;
                                url: string;
                                width: number;
                            }[];
                            resources: string;
                            result: string;
                            /** @enum {string} */
                            state: "open" | "done" | "cancelled";
                            teamName: string;
                            /** Format: uuid */
                            ticketId: string;
                            title: string;
                        }[];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/presence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "viewing" | "replying";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            now: string;
                            presence: {
                                name: string;
                                /** Format: uuid */
                                staffId: string;
                                /** @enum {string} */
                                state: "viewing" | "replying";
                                /** Format: date-time */
                                until: string;
                            }[];
                        };
                    };
                };
            };
        };
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/proposal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        afterEntry?: string | null;
                        /** @default false */
                        despiteOpenTasks?: boolean;
                        /** @default false */
                        hold?: boolean;
                        /** @default [] */
                        photos?: string[];
                        text: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            accused: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            alarm: {
                                level: number;
                                /** Format: date-time */
                                since: string;
                                takenAt: string | null;
                                takenBy: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                            } | null;
                            assignee: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            can: ("reply" | "note" | "triage" | "assign" | "take" | "start" | "wait" | "propose" | "accept_for_customer" | "close" | "close_despite" | "reopen" | "set_aside" | "recover" | "reveal" | "plan" | "investigate" | "assess" | "compensate" | "merge" | "tag")[];
                            category: string;
                            cause: string;
                            chain: ("shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin")[];
                            /** @enum {string} */
                            channel: "qr" | "counter" | "website" | "api" | "wechat" | "email" | "chat" | "phone" | "sms" | "meituan" | "eleme" | "dianping" | "douyin" | "weibo" | "wechat_pay" | "mini_program" | "monitor" | "authority" | "public_post" | "salon" | "event" | "internal" | "import";
                            channelName: string;
                            clock: {
                                calendar: string;
                                cycle: number;
                                dueAt: string | null;
                                late: boolean;
                                metAt: string | null;
                                /** @enum {string} */
                                metric: "acknowledge" | "respond" | "plan" | "resolve";
                                provisional: boolean;
                                /** Format: date-time */
                                startedAt: string;
                                /** @enum {string} */
                                state: "active" | "paused" | "met" | "breached" | "cancelled";
                                targetMin: number;
                                warnAt: string | null;
                            } | null;
                            clocks: {
                                calendar: string;
                                cycle: number;
                                dueAt: string | null;
                                late: boolean;
                                metAt: string | null;
                                /** @enum {string} */
                                metric: "acknowledge" | "respond" | "plan" | "resolve";
                                provisional: boolean;
                                /** Format: date-time */
                                startedAt: string;
                                /** @enum {string} */
                                state: "active" | "paused" | "met" | "breached" | "cancelled";
                                targetMin: number;
                                warnAt: string | null;
                            }[];
                            content: string;
                            customer: {
                                contact: string;
                                /** Format: uuid */
                                id: string;
                                name: string;
                                tickets: number;
                                /** @enum {string} */
                                value: "new" | "regular" | "vip";
                            } | null;
                            customerName: string;
                            cycle: number;
                            draft: boolean;
                            escalation: number;
                            excerpt: string;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "praise" | "suggestion" | "complaint" | "inquiry" | "emergency";
                            /** @enum {string} */
                            language: "zh-CN" | "zh-TW" | "en";
                            lateReason: string;
                            mergedInto: {
                                /** Format: uuid */
                                id: string;
                                number: string;
                            } | null;
                            missing: ("mood" | "category" | "content" | "photos" | "contact" | "name" | "purchasedAt" | "orderNumber" | "wants" | "table")[];
                            missingFacts: ("root_cause" | "measure" | "satisfaction_asked" | "evidence" | "tasks_done")[];
                            mood: ("good" | "fair" | "bad") | null;
                            number: string;
                            /** Format: date-time */
                            openedAt: string;
                            openTasks: number;
                            orderNumber: string;
                            otherTickets: {
                                /** Format: uuid */
                                id: string;
                                number: string;
                                /** Format: date-time */
                                openedAt: string;
                                /** @enum {string} */
                                status: "new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside";
                                title: string;
                            }[];
                            photos: number;
                            place: string;
                            playbookVersion: number;
                            /** @enum {string} */
                            priority: "P1" | "P2" | "P3" | "P4";
                            proposal: {
                                /** Format: date-time */
                                at: string;
                                closesAt: string | null;
                                text: string;
                            } | null;
                            purchasedAt: string | null;
                            rating: {
                                stars: number;
                                words: string;
                            } | null;
                            ruleName: string;
                            shop: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            stars: number | null;
                            /** @enum {string} */
                            status: "new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside";
                            /** @enum {string} */
                            step: "collect" | "classify" | "assign" | "handle" | "confirm" | "revisit";
                            tags: string[];
                            teamName: string;
                            title: string;
                            together: string[];
                            triage: {
                                /** @enum {string} */
                                by: "rules" | "person";
                                byName: string;
                                categories: {
                                    key: string;
                                    name: string;
                                }[];
                                impact: number;
                                impactName: string;
                                /** @enum {string} */
                                kind: "praise" | "suggestion" | "complaint" | "inquiry" | "emergency";
                                kindName: string;
                                /** @enum {string} */
                                priority: "P1" | "P2" | "P3" | "P4";
                                reasons: {
                                    /** @enum {string} */
                                    kind: "word" | "stars" | "mood" | "channel" | "choice" | "rule" | "person";
                                    says: string;
                                    text: string;
                                }[];
                                severity: number;
                                severityName: string;
                            };
                            unread: boolean;
                            /** Format: date-time */
                            updatedAt: string;
                            wants: string;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/relations/{otherId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    otherId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default  */
                        note?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            can: ("merge" | "split" | "relate")[];
                            merged: {
                                assignee: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                /** Format: date-time */
                                at: string;
                                by: string;
                                customerName: string;
                                /** @enum {string} */
                                here: "yes" | "confirm" | "same_ticket" | "source_ended" | "source_merged" | "source_has_merged" | "target_merged" | "target_closed" | "target_set_aside" | "target_settled" | "different_customers" | "out_of_reach";
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "praise" | "suggestion" | "complaint" | "inquiry" | "emergency";
                                number: string;
                                /** Format: date-time */
                                openedAt: string;
                                orderNumber: string;
                                /** @enum {string} */
                                priority: "P1" | "P2" | "P3" | "P4";
                                reason: string;
                                shop: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                /** @enum {string} */
                                status: "new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside";
                                /** @enum {string} */
                                there: "yes" | "confirm" | "same_ticket" | "source_ended" | "source_merged" | "source_has_merged" | "target_merged" | "target_closed" | "target_set_aside" | "target_settled" | "different_customers" | "out_of_reach";
                                title: string;
                            }[];
                            mergedInto: {
                                assignee: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                /** Format: date-time */
                                at: string;
                                by: string;
                                customerName: string;
                                /** @enum {string} */
                                here: "yes" | "confirm" | "same_ticket" | "source_ended" | "source_merged" | "source_has_merged" | "target_merged" | "target_closed" | "target_set_aside" | "target_settled" | "different_customers" | "out_of_reach";
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "praise" | "suggestion" | "complaint" | "inquiry" | "emergency";
                                number: string;
                                /** Format: date-time */
                                openedAt: string;
                                orderNumber: string;
                                /** @enum {string} */
                                priority: "P1" | "P2" | "P3" | "P4";
                                reason: string;
                                shop: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                /** @enum {string} */
                                status: "new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside";
                                /** @enum {string} */
                                there: "yes" | "confirm" | "same_ticket" | "source_ended" | "source_merged" | "source_has_merged" | "target_merged" | "target_closed" | "target_set_aside" | "target_settled" | "different_customers" | "out_of_reach";
                                title: string;
                            } | null;
                            related: {
                                assignee: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                /** Format: date-time */
                                at: string;
                                by: string;
                                customerName: string;
                                /** @enum {string} */
                                here: "yes" | "confirm" | "same_ticket" | "source_ended" | "source_merged" | "source_has_merged" | "target_merged" | "target_closed" | "target_set_aside" | "target_settled" | "different_customers" | "out_of_reach";
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "praise" | "suggestion" | "complaint" | "inquiry" | "emergency";
                                number: string;
                                /** Format: date-time */
                                openedAt: string;
                                orderNumber: string;
                                /** @enum {string} */
                                priority: "P1" | "P2" | "P3" | "P4";
                                reason: string;
                                shop: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                /** @enum {string} */
                                status: "new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside";
                                /** @enum {string} */
                                there: "yes" | "confirm" | "same_ticket" | "source_ended" | "source_merged" | "source_has_merged" | "target_merged" | "target_closed" | "target_set_aside" | "target_settled" | "different_customers" | "out_of_reach";
                                title: string;
                            }[];
                            sameCustomer: {
                                assignee: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                customerName: string;
                                /** @enum {string} */
                                here: "yes" | "confirm" | "same_ticket" | "source_ended" | "source_merged" | "source_has_merged" | "target_merged" | "target_closed" | "target_set_aside" | "target_settled" | "different_customers" | "out_of_reach";
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "praise" | "suggestion" | "complaint" | "inquiry" | "emergency";
                                number: string;
                                /** Format: date-time */
                                openedAt: string;
                                orderNumber: string;
                                /** @enum {string} */
                                priority: "P1" | "P2" | "P3" | "P4";
                                shop: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                /** @enum {string} */
                                status: "new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside";
                                /** @enum {string} */
                                there: "yes" | "confirm" | "same_ticket" | "source_ended" | "source_merged" | "source_has_merged" | "target_merged" | "target_closed" | "target_set_aside" | "target_settled" | "different_customers" | "out_of_reach";
                                title: string;
                            }[];
                            sameOrder: {
                                assignee: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                customerName: string;
                                /** @enum {string} */
                                here: "yes" | "confirm" | "same_ticket" | "source_ended" | "source_merged" | "source_has_merged" | "target_merged" | "target_closed" | "target_set_aside" | "target_settled" | "different_customers" | "out_of_reach";
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "praise" | "suggestion" | "complaint" | "inquiry" | "emergency";
                                number: string;
                                /** Format: date-time */
                                openedAt: string;
                                orderNumber: string;
                                /** @enum {string} */
                                priority: "P1" | "P2" | "P3" | "P4";
                                shop: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                /** @enum {string} */
                                status: "new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside";
                                /** @enum {string} */
                                there: "yes" | "confirm" | "same_ticket" | "source_ended" | "source_merged" | "source_has_merged" | "target_merged" | "target_closed" | "target_set_aside" | "target_settled" | "different_customers" | "out_of_reach";
                                title: string;
                            }[];
                        };
                    };
                };
            };
        };
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    otherId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            can: ("merge" | "split" | "relate")[];
                            merged: {
                                assignee: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                /** Format: date-time */
                                at: string;
                                by: string;
                                customerName: string;
                                /** @enum {string} */
                                here: "yes" | "confirm" | "same_ticket" | "source_ended" | "source_merged" | "source_has_merged" | "target_merged" | "target_closed" | "target_set_aside" | "target_settled" | "different_customers" | "out_of_reach";
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "praise" | "suggestion" | "complaint" | "inquiry" | "emergency";
                                number: string;
                                /** Format: date-time */
                                openedAt: string;
                                orderNumber: string;
                                /** @enum {string} */
                                priority: "P1" | "P2" | "P3" | "P4";
                                reason: string;
                                shop: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                /** @enum {string} */
                                status: "new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside";
                                /** @enum {string} */
                                there: "yes" | "confirm" | "same_ticket" | "source_ended" | "source_merged" | "source_has_merged" | "target_merged" | "target_closed" | "target_set_aside" | "target_settled" | "different_customers" | "out_of_reach";
                                title: string;
                            }[];
                            mergedInto: {
                                assignee: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                /** Format: date-time */
                                at: string;
                                by: string;
                                customerName: string;
                                /** @enum {string} */
                                here: "yes" | "confirm" | "same_ticket" | "source_ended" | "source_merged" | "source_has_merged" | "target_merged" | "target_closed" | "target_set_aside" | "target_settled" | "different_customers" | "out_of_reach";
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "praise" | "suggestion" | "complaint" | "inquiry" | "emergency";
                                number: string;
                                /** Format: date-time */
                                openedAt: string;
                                orderNumber: string;
                                /** @enum {string} */
                                priority: "P1" | "P2" | "P3" | "P4";
                                reason: string;
                                shop: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                /** @enum {string} */
                                status: "new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside";
                                /** @enum {string} */
                                there: "yes" | "confirm" | "same_ticket" | "source_ended" | "source_merged" | "source_has_merged" | "target_merged" | "target_closed" | "target_set_aside" | "target_settled" | "different_customers" | "out_of_reach";
                                title: string;
                            } | null;
                            related: {
                                assignee: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                /** Format: date-time */
                                at: string;
                                by: string;
                                customerName: string;
                                /** @enum {string} */
                                here: "yes" | "confirm" | "same_ticket" | "source_ended" | "source_merged" | "source_has_merged" | "target_merged" | "target_closed" | "target_set_aside" | "target_settled" | "different_customers" | "out_of_reach";
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "praise" | "suggestion" | "complaint" | "inquiry" | "emergency";
                                number: string;
                                /** Format: date-time */
                                openedAt: string;
                                orderNumber: string;
                                /** @enum {string} */
                                priority: "P1" | "P2" | "P3" | "P4";
                                reason: string;
                                shop: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                /** @enum {string} */
                                status: "new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside";
                                /** @enum {string} */
                                there: "yes" | "confirm" | "same_ticket" | "source_ended" | "source_merged" | "source_has_merged" | "target_merged" | "target_closed" | "target_set_aside" | "target_settled" | "different_customers" | "out_of_reach";
                                title: string;
                            }[];
                            sameCustomer: {
                                assignee: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                customerName: string;
                                /** @enum {string} */
                                here: "yes" | "confirm" | "same_ticket" | "source_ended" | "source_merged" | "source_has_merged" | "target_merged" | "target_closed" | "target_set_aside" | "target_settled" | "different_customers" | "out_of_reach";
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "praise" | "suggestion" | "complaint" | "inquiry" | "emergency";
                                number: string;
                                /** Format: date-time */
                                openedAt: string;
                                orderNumber: string;
                                /** @enum {string} */
                                priority: "P1" | "P2" | "P3" | "P4";
                                shop: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                /** @enum {string} */
                                status: "new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside";
                                /** @enum {string} */
                                there: "yes" | "confirm" | "same_ticket" | "source_ended" | "source_merged" | "source_has_merged" | "target_merged" | "target_closed" | "target_set_aside" | "target_settled" | "different_customers" | "out_of_reach";
                                title: string;
                            }[];
                            sameOrder: {
                                assignee: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                customerName: string;
                                /** @enum {string} */
                                here: "yes" | "confirm" | "same_ticket" | "source_ended" | "source_merged" | "source_has_merged" | "target_merged" | "target_closed" | "target_set_aside" | "target_settled" | "different_customers" | "out_of_reach";
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "praise" | "suggestion" | "complaint" | "inquiry" | "emergency";
                                number: string;
                                /** Format: date-time */
                                openedAt: string;
                                orderNumber: string;
                                /** @enum {string} */
                                priority: "P1" | "P2" | "P3" | "P4";
                                shop: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                /** @enum {string} */
                                status: "new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside";
                                /** @enum {string} */
                                there: "yes" | "confirm" | "same_ticket" | "source_ended" | "source_merged" | "source_has_merged" | "target_merged" | "target_closed" | "target_set_aside" | "target_settled" | "different_customers" | "out_of_reach";
                                title: string;
                            }[];
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/replies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        afterEntry?: string | null;
                        /** Format: date-time */
                        expectedAt?: string;
                        /** @default false */
                        hold?: boolean;
                        /** @default [] */
                        photos?: string[];
                        text: string;
                        /** @default false */
                        wait?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            accused: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            alarm: {
                                level: number;
                                /** Format: date-time */
                                since: string;
                                takenAt: string | null;
                                takenBy: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                            } | null;
                            assignee: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            can: ("reply" | "note" | "triage" | "assign" | "take" | "start" | "wait" | "propose" | "accept_for_customer" | "close" | "close_despite" | "reopen" | "set_aside" | "recover" | "reveal" | "plan" | "investigate" | "assess" | "compensate" | "merge" | "tag")[];
                            category: string;
                            cause: string;
                            chain: ("shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin")[];
                            /** @enum {string} */
                            channel: "qr" | "counter" | "website" | "api" | "wechat" | "email" | "chat" | "phone" | "sms" | "meituan" | "eleme" | "dianping" | "douyin" | "weibo" | "wechat_pay" | "mini_program" | "monitor" | "authority" | "public_post" | "salon" | "event" | "internal" | "import";
                            channelName: string;
                            clock: {
                                calendar: string;
                                cycle: number;
                                dueAt: string | null;
                                late: boolean;
                                metAt: string | null;
                                /** @enum {string} */
                                metric: "acknowledge" | "respond" | "plan" | "resolve";
                                provisional: boolean;
                                /** Format: date-time */
                                startedAt: string;
                                /** @enum {string} */
                                state: "active" | "paused" | "met" | "breached" | "cancelled";
                                targetMin: number;
                                warnAt: string | null;
                            } | null;
                            clocks: {
                                calendar: string;
                                cycle: number;
                                dueAt: string | null;
                                late: boolean;
                                metAt: string | null;
                                /** @enum {string} */
                                metric: "acknowledge" | "respond" | "plan" | "resolve";
                                provisional: boolean;
                                /** Format: date-time */
                                startedAt: string;
                                /** @enum {string} */
                                state: "active" | "paused" | "met" | "breached" | "cancelled";
                                targetMin: number;
                                warnAt: string | null;
                            }[];
                            content: string;
                            customer: {
                                contact: string;
                                /** Format: uuid */
                                id: string;
                                name: string;
                                tickets: number;
                                /** @enum {string} */
                                value: "new" | "regular" | "vip";
                            } | null;
                            customerName: string;
                            cycle: number;
                            draft: boolean;
                            escalation: number;
                            excerpt: string;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "praise" | "suggestion" | "complaint" | "inquiry" | "emergency";
                            /** @enum {string} */
                            language: "zh-CN" | "zh-TW" | "en";
                            lateReason: string;
                            mergedInto: {
                                /** Format: uuid */
                                id: string;
                                number: string;
                            } | null;
                            missing: ("mood" | "category" | "content" | "photos" | "contact" | "name" | "purchasedAt" | "orderNumber" | "wants" | "table")[];
                            missingFacts: ("root_cause" | "measure" | "satisfaction_asked" | "evidence" | "tasks_done")[];
                            mood: ("good" | "fair" | "bad") | null;
                            number: string;
                            /** Format: date-time */
                            openedAt: string;
                            openTasks: number;
                            orderNumber: string;
                            otherTickets: {
                                /** Format: uuid */
                                id: string;
                                number: string;
                                /** Format: date-time */
                                openedAt: string;
                                /** @enum {string} */
                                status: "new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside";
                                title: string;
                            }[];
                            photos: number;
                            place: string;
                            playbookVersion: number;
                            /** @enum {string} */
                            priority: "P1" | "P2" | "P3" | "P4";
                            proposal: {
                                /** Format: date-time */
                                at: string;
                                closesAt: string | null;
                                text: string;
                            } | null;
                            purchasedAt: string | null;
                            rating: {
                                stars: number;
                                words: string;
                            } | null;
                            ruleName: string;
                            shop: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            stars: number | null;
                            /** @enum {string} */
                            status: "new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside";
                            /** @enum {string} */
                            step: "collect" | "classify" | "assign" | "handle" | "confirm" | "revisit";
                            tags: string[];
                            teamName: string;
                            title: string;
                            together: string[];
                            triage: {
                                /** @enum {string} */
                                by: "rules" | "person";
                                byName: string;
                                categories: {
                                    key: string;
                                    name: string;
                                }[];
                                impact: number;
                                impactName: string;
                                /** @enum {string} */
                                kind: "praise" | "suggestion" | "complaint" | "inquiry" | "emergency";
                                kindName: string;
                                /** @enum {string} */
                                priority: "P1" | "P2" | "P3" | "P4";
                                reasons: {
                                    /** @enum {string} */
                                    kind: "word" | "stars" | "mood" | "channel" | "choice" | "rule" | "person";
                                    says: string;
                                    text: string;
                                }[];
                                severity: number;
                                severityName: string;
                            };
                            unread: boolean;
                            /** Format: date-time */
                            updatedAt: string;
                            wants: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/revisits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            canAdd: boolean;
                            phoneKnown: boolean;
                            visits: {
                                afterDays: number | null;
                                can: ("record" | "advance" | "move" | "cancel")[];
                                cycle: number;
                                doneAt: string | null;
                                doneBy: string;
                                dueAt: string | null;
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                means: "phone" | "written";
                                overdue: boolean;
                                owner: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                /** Format: date-time */
                                plannedAt: string;
                                result: ("content" | "not_content" | "no_answer" | "unreachable") | null;
                                stars: number | null;
                                /** @enum {string} */
                                state: "planned" | "due" | "asked" | "done" | "unreachable" | "cancelled";
                                /** Format: uuid */
                                ticketId: string;
                                tries: {
                                    /** Format: date-time */
                                    at: string;
                                    by: string;
                                    nextAt: string | null;
                                    /** @enum {string} */
                                    outcome: "missed" | "later";
                                    words: string;
                                }[];
                                words: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date-time */
                        at: string;
                        /** @enum {string} */
                        means: "phone" | "written";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            canAdd: boolean;
                            phoneKnown: boolean;
                            visits: {
                                afterDays: number | null;
                                can: ("record" | "advance" | "move" | "cancel")[];
                                cycle: number;
                                doneAt: string | null;
                                doneBy: string;
                                dueAt: string | null;
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                means: "phone" | "written";
                                overdue: boolean;
                                owner: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                /** Format: date-time */
                                plannedAt: string;
                                result: ("content" | "not_content" | "no_answer" | "unreachable") | null;
                                stars: number | null;
                                /** @enum {string} */
                                state: "planned" | "due" | "asked" | "done" | "unreachable" | "cancelled";
                                /** Format: uuid */
                                ticketId: string;
                                tries: {
                                    /** Format: date-time */
                                    at: string;
                                    by: string;
                                    nextAt: string | null;
                                    /** @enum {string} */
                                    outcome: "missed" | "later";
                                    words: string;
                                }[];
                                words: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/set-aside": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        reason: "spam" | "abuse" | "empty" | "test";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            accused: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            alarm: {
                                level: number;
                                /** Format: date-time */
                                since: string;
                                takenAt: string | null;
                                takenBy: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                            } | null;
                            assignee: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            can: ("reply" | "note" | "triage" | "assign" | "take" | "start" | "wait" | "propose" | "accept_for_customer" | "close" | "close_despite" | "reopen" | "set_aside" | "recover" | "reveal" | "plan" | "investigate" | "assess" | "compensate" | "merge" | "tag")[];
                            category: string;
                            cause: string;
                            chain: ("shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin")[];
                            /** @enum {string} */
                            channel: "qr" | "counter" | "website" | "api" | "wechat" | "email" | "chat" | "phone" | "sms" | "meituan" | "eleme" | "dianping" | "douyin" | "weibo" | "wechat_pay" | "mini_program" | "monitor" | "authority" | "public_post" | "salon" | "event" | "internal" | "import";
                            channelName: string;
                            clock: {
                                calendar: string;
                                cycle: number;
                                dueAt: string | null;
                                late: boolean;
                                metAt: string | null;
                                /** @enum {string} */
                                metric: "acknowledge" | "respond" | "plan" | "resolve";
                                provisional: boolean;
                                /** Format: date-time */
                                startedAt: string;
                                /** @enum {string} */
                                state: "active" | "paused" | "met" | "breached" | "cancelled";
                                targetMin: number;
                                warnAt: string | null;
                            } | null;
                            clocks: {
                                calendar: string;
                                cycle: number;
                                dueAt: string | null;
                                late: boolean;
                                metAt: string | null;
                                /** @enum {string} */
                                metric: "acknowledge" | "respond" | "plan" | "resolve";
                                provisional: boolean;
                                /** Format: date-time */
                                startedAt: string;
                                /** @enum {string} */
                                state: "active" | "paused" | "met" | "breached" | "cancelled";
                                targetMin: number;
                                warnAt: string | null;
                            }[];
                            content: string;
                            customer: {
                                contact: string;
                                /** Format: uuid */
                                id: string;
                                name: string;
                                tickets: number;
                                /** @enum {string} */
                                value: "new" | "regular" | "vip";
                            } | null;
                            customerName: string;
                            cycle: number;
                            draft: boolean;
                            escalation: number;
                            excerpt: string;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "praise" | "suggestion" | "complaint" | "inquiry" | "emergency";
                            /** @enum {string} */
                            language: "zh-CN" | "zh-TW" | "en";
                            lateReason: string;
                            mergedInto: {
                                /** Format: uuid */
                                id: string;
                                number: string;
                            } | null;
                            missing: ("mood" | "category" | "content" | "photos" | "contact" | "name" | "purchasedAt" | "orderNumber" | "wants" | "table")[];
                            missingFacts: ("root_cause" | "measure" | "satisfaction_asked" | "evidence" | "tasks_done")[];
                            mood: ("good" | "fair" | "bad") | null;
                            number: string;
                            /** Format: date-time */
                            openedAt: string;
                            openTasks: number;
                            orderNumber: string;
                            otherTickets: {
                                /** Format: uuid */
                                id: string;
                                number: string;
                                /** Format: date-time */
                                openedAt: string;
                                /** @enum {string} */
                                status: "new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside";
                                title: string;
                            }[];
                            photos: number;
                            place: string;
                            playbookVersion: number;
                            /** @enum {string} */
                            priority: "P1" | "P2" | "P3" | "P4";
                            proposal: {
                                /** Format: date-time */
                                at: string;
                                closesAt: string | null;
                                text: string;
                            } | null;
                            purchasedAt: string | null;
                            rating: {
                                stars: number;
                                words: string;
                            } | null;
                            ruleName: string;
                            shop: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            stars: number | null;
                            /** @enum {string} */
                            status: "new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside";
                            /** @enum {string} */
                            step: "collect" | "classify" | "assign" | "handle" | "confirm" | "revisit";
                            tags: string[];
                            teamName: string;
                            title: string;
                            together: string[];
                            triage: {
                                /** @enum {string} */
                                by: "rules" | "person";
                                byName: string;
                                categories: {
                                    key: string;
                                    name: string;
                                }[];
                                impact: number;
                                impactName: string;
                                /** @enum {string} */
                                kind: "praise" | "suggestion" | "complaint" | "inquiry" | "emergency";
                                kindName: string;
                                /** @enum {string} */
                                priority: "P1" | "P2" | "P3" | "P4";
                                reasons: {
                                    /** @enum {string} */
                                    kind: "word" | "stars" | "mood" | "channel" | "choice" | "rule" | "person";
                                    says: string;
                                    text: string;
                                }[];
                                severity: number;
                                severityName: string;
                            };
                            unread: boolean;
                            /** Format: date-time */
                            updatedAt: string;
                            wants: string;
                        };
                    };
                };
            };
        };
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            accused: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            alarm: {
                                level: number;
                                /** Format: date-time */
                                since: string;
                                takenAt: string | null;
                                takenBy: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                            } | null;
                            assignee: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            can: ("reply" | "note" | "triage" | "assign" | "take" | "start" | "wait" | "propose" | "accept_for_customer" | "close" | "close_despite" | "reopen" | "set_aside" | "recover" | "reveal" | "plan" | "investigate" | "assess" | "compensate" | "merge" | "tag")[];
                            category: string;
                            cause: string;
                            chain: ("shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin")[];
                            /** @enum {string} */
                            channel: "qr" | "counter" | "website" | "api" | "wechat" | "email" | "chat" | "phone" | "sms" | "meituan" | "eleme" | "dianping" | "douyin" | "weibo" | "wechat_pay" | "mini_program" | "monitor" | "authority" | "public_post" | "salon" | "event" | "internal" | "import";
                            channelName: string;
                            clock: {
                                calendar: string;
                                cycle: number;
                                dueAt: string | null;
                                late: boolean;
                                metAt: string | null;
                                /** @enum {string} */
                                metric: "acknowledge" | "respond" | "plan" | "resolve";
                                provisional: boolean;
                                /** Format: date-time */
                                startedAt: string;
                                /** @enum {string} */
                                state: "active" | "paused" | "met" | "breached" | "cancelled";
                                targetMin: number;
                                warnAt: string | null;
                            } | null;
                            clocks: {
                                calendar: string;
                                cycle: number;
                                dueAt: string | null;
                                late: boolean;
                                metAt: string | null;
                                /** @enum {string} */
                                metric: "acknowledge" | "respond" | "plan" | "resolve";
                                provisional: boolean;
                                /** Format: date-time */
                                startedAt: string;
                                /** @enum {string} */
                                state: "active" | "paused" | "met" | "breached" | "cancelled";
                                targetMin: number;
                                warnAt: string | null;
                            }[];
                            content: string;
                            customer: {
                                contact: string;
                                /** Format: uuid */
                                id: string;
                                name: string;
                                tickets: number;
                                /** @enum {string} */
                                value: "new" | "regular" | "vip";
                            } | null;
                            customerName: string;
                            cycle: number;
                            draft: boolean;
                            escalation: number;
                            excerpt: string;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "praise" | "suggestion" | "complaint" | "inquiry" | "emergency";
                            /** @enum {string} */
                            language: "zh-CN" | "zh-TW" | "en";
                            lateReason: string;
                            mergedInto: {
                                /** Format: uuid */
                                id: string;
                                number: string;
                            } | null;
                            missing: ("mood" | "category" | "content" | "photos" | "contact" | "name" | "purchasedAt" | "orderNumber" | "wants" | "table")[];
                            missingFacts: ("root_cause" | "measure" | "satisfaction_asked" | "evidence" | "tasks_done")[];
                            mood: ("good" | "fair" | "bad") | null;
                            number: string;
                            /** Format: date-time */
                            openedAt: string;
                            openTasks: number;
                            orderNumber: string;
                            otherTickets: {
                                /** Format: uuid */
                                id: string;
                                number: string;
                                /** Format: date-time */
                                openedAt: string;
                                /** @enum {string} */
                                status: "new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside";
                                title: string;
                            }[];
                            photos: number;
                            place: string;
                            playbookVersion: number;
                            /** @enum {string} */
                            priority: "P1" | "P2" | "P3" | "P4";
                            proposal: {
                                /** Format: date-time */
                                at: string;
                                closesAt: string | null;
                                text: string;
                            } | null;
                            purchasedAt: string | null;
                            rating: {
                                stars: number;
                                words: string;
                            } | null;
                            ruleName: string;
                            shop: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            stars: number | null;
                            /** @enum {string} */
                            status: "new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside";
                            /** @enum {string} */
                            step: "collect" | "classify" | "assign" | "handle" | "confirm" | "revisit";
                            tags: string[];
                            teamName: string;
                            title: string;
                            together: string[];
                            triage: {
                                /** @enum {string} */
                                by: "rules" | "person";
                                byName: string;
                                categories: {
                                    key: string;
                                    name: string;
                                }[];
                                impact: number;
                                impactName: string;
                                /** @enum {string} */
                                kind: "praise" | "suggestion" | "complaint" | "inquiry" | "emergency";
                                kindName: string;
                                /** @enum {string} */
                                priority: "P1" | "P2" | "P3" | "P4";
                                reasons: {
                                    /** @enum {string} */
                                    kind: "word" | "stars" | "mood" | "channel" | "choice" | "rule" | "person";
                                    says: string;
                                    text: string;
                                }[];
                                severity: number;
                                severityName: string;
                            };
                            unread: boolean;
                            /** Format: date-time */
                            updatedAt: string;
                            wants: string;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/statement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default [] */
                        photos?: string[];
                        text: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            accused: {
                                dueAt: string | null;
                                late: boolean;
                                statedAt: string | null;
                                who: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                };
                            } | null;
                            can: ("change" | "conclude" | "reopen" | "addEvidence" | "accuse" | "state")[];
                            cause: string | null;
                            causeName: string;
                            causeNote: string;
                            causes: {
                                /** @enum {string} */
                                group: "people" | "equipment" | "material" | "method" | "surroundings" | "partner" | "customer" | "unknown";
                                key: string;
                                name: string;
                            }[];
                            concluded: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                            } | null;
                            conclusion: string;
                            evidence: {
                                /** Format: date-time */
                                addedAt: string;
                                addedBy: string;
                                byAccused: boolean;
                                details: string;
                                happenedAt: string | null;
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "photo" | "statement" | "order" | "camera" | "kitchen" | "treatment" | "other";
                                looks: {
                                    /** Format: date-time */
                                    firstAt: string;
                                    /** Format: date-time */
                                    lastAt: string;
                                    who: {
                                        /** Format: uuid */
                                        id: string;
                                        name: string;
                                    };
                                }[];
                                photos: {
                                    bytes: number;
                                    height: number;
                                    /** Format: uuid */
                                    id: string;
                                    mime: string;
                                    name: string;
                                    url: string;
                                    width: number;
                                }[];
                                reference: string;
                                saidBy: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                title: string;
                                untilAt: string | null;
                                withdrawn: {
                                    /** Format: date-time */
                                    at: string;
                                    by: string;
                                    reason: string;
                                } | null;
                            }[];
                            measure: string;
                            updatedAt: string | null;
                            updatedBy: string;
                            whys: string[];
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default  */
                        note?: string;
                        /** @enum {string} */
                        to: "in_progress" | "waiting_customer";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            accused: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            alarm: {
                                level: number;
                                /** Format: date-time */
                                since: string;
                                takenAt: string | null;
                                takenBy: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                            } | null;
                            assignee: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            can: ("reply" | "note" | "triage" | "assign" | "take" | "start" | "wait" | "propose" | "accept_for_customer" | "close" | "close_despite" | "reopen" | "set_aside" | "recover" | "reveal" | "plan" | "investigate" | "assess" | "compensate" | "merge" | "tag")[];
                            category: string;
                            cause: string;
                            chain: ("shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin")[];
                            /** @enum {string} */
                            channel: "qr" | "counter" | "website" | "api" | "wechat" | "email" | "chat" | "phone" | "sms" | "meituan" | "eleme" | "dianping" | "douyin" | "weibo" | "wechat_pay" | "mini_program" | "monitor" | "authority" | "public_post" | "salon" | "event" | "internal" | "import";
                            channelName: string;
                            clock: {
                                calendar: string;
                                cycle: number;
                                dueAt: string | null;
                                late: boolean;
                                metAt: string | null;
                                /** @enum {string} */
                                metric: "acknowledge" | "respond" | "plan" | "resolve";
                                provisional: boolean;
                                /** Format: date-time */
                                startedAt: string;
                                /** @enum {string} */
                                state: "active" | "paused" | "met" | "breached" | "cancelled";
                                targetMin: number;
                                warnAt: string | null;
                            } | null;
                            clocks: {
                                calendar: string;
                                cycle: number;
                                dueAt: string | null;
                                late: boolean;
                                metAt: string | null;
                                /** @enum {string} */
                                metric: "acknowledge" | "respond" | "plan" | "resolve";
                                provisional: boolean;
                                /** Format: date-time */
                                startedAt: string;
                                /** @enum {string} */
                                state: "active" | "paused" | "met" | "breached" | "cancelled";
                                targetMin: number;
                                warnAt: string | null;
                            }[];
                            content: string;
                            customer: {
                                contact: string;
                                /** Format: uuid */
                                id: string;
                                name: string;
                                tickets: number;
                                /** @enum {string} */
                                value: "new" | "regular" | "vip";
                            } | null;
                            customerName: string;
                            cycle: number;
                            draft: boolean;
                            escalation: number;
                            excerpt: string;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "praise" | "suggestion" | "complaint" | "inquiry" | "emergency";
                            /** @enum {string} */
                            language: "zh-CN" | "zh-TW" | "en";
                            lateReason: string;
                            mergedInto: {
                                /** Format: uuid */
                                id: string;
                                number: string;
                            } | null;
                            missing: ("mood" | "category" | "content" | "photos" | "contact" | "name" | "purchasedAt" | "orderNumber" | "wants" | "table")[];
                            missingFacts: ("root_cause" | "measure" | "satisfaction_asked" | "evidence" | "tasks_done")[];
                            mood: ("good" | "fair" | "bad") | null;
                            number: string;
                            /** Format: date-time */
                            openedAt: string;
                            openTasks: number;
                            orderNumber: string;
                            otherTickets: {
                                /** Format: uuid */
                                id: string;
                                number: string;
                                /** Format: date-time */
                                openedAt: string;
                                /** @enum {string} */
                                status: "new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside";
                                title: string;
                            }[];
                            photos: number;
                            place: string;
                            playbookVersion: number;
                            /** @enum {string} */
                            priority: "P1" | "P2" | "P3" | "P4";
                            proposal: {
                                /** Format: date-time */
                                at: string;
                                closesAt: string | null;
                                text: string;
                            } | null;
                            purchasedAt: string | null;
                            rating: {
                                stars: number;
                                words: string;
                            } | null;
                            ruleName: string;
                            shop: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            stars: number | null;
                            /** @enum {string} */
                            status: "new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside";
                            /** @enum {string} */
                            step: "collect" | "classify" | "assign" | "handle" | "confirm" | "revisit";
                            tags: string[];
                            teamName: string;
                            title: string;
                            together: string[];
                            triage: {
                                /** @enum {string} */
                                by: "rules" | "person";
                                byName: string;
                                categories: {
                                    key: string;
                                    name: string;
                                }[];
                                impact: number;
                                impactName: string;
                                /** @enum {string} */
                                kind: "praise" | "suggestion" | "complaint" | "inquiry" | "emergency";
                                kindName: string;
                                /** @enum {string} */
                                priority: "P1" | "P2" | "P3" | "P4";
                                reasons: {
                                    /** @enum {string} */
                                    kind: "word" | "stars" | "mood" | "channel" | "choice" | "rule" | "person";
                                    says: string;
                                    text: string;
                                }[];
                                severity: number;
                                severityName: string;
                            };
                            unread: boolean;
                            /** Format: date-time */
                            updatedAt: string;
                            wants: string;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        tags: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            accused: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            alarm: {
                                level: number;
                                /** Format: date-time */
                                since: string;
                                takenAt: string | null;
                                takenBy: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                            } | null;
                            assignee: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            can: ("reply" | "note" | "triage" | "assign" | "take" | "start" | "wait" | "propose" | "accept_for_customer" | "close" | "close_despite" | "reopen" | "set_aside" | "recover" | "reveal" | "plan" | "investigate" | "assess" | "compensate" | "merge" | "tag")[];
                            category: string;
                            cause: string;
                            chain: ("shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin")[];
                            /** @enum {string} */
                            channel: "qr" | "counter" | "website" | "api" | "wechat" | "email" | "chat" | "phone" | "sms" | "meituan" | "eleme" | "dianping" | "douyin" | "weibo" | "wechat_pay" | "mini_program" | "monitor" | "authority" | "public_post" | "salon" | "event" | "internal" | "import";
                            channelName: string;
                            clock: {
                                calendar: string;
                                cycle: number;
                                dueAt: string | null;
                                late: boolean;
                                metAt: string | null;
                                /** @enum {string} */
                                metric: "acknowledge" | "respond" | "plan" | "resolve";
                                provisional: boolean;
                                /** Format: date-time */
                                startedAt: string;
                                /** @enum {string} */
                                state: "active" | "paused" | "met" | "breached" | "cancelled";
                                targetMin: number;
                                warnAt: string | null;
                            } | null;
                            clocks: {
                                calendar: string;
                                cycle: number;
                                dueAt: string | null;
                                late: boolean;
                                metAt: string | null;
                                /** @enum {string} */
                                metric: "acknowledge" | "respond" | "plan" | "resolve";
                                provisional: boolean;
                                /** Format: date-time */
                                startedAt: string;
                                /** @enum {string} */
                                state: "active" | "paused" | "met" | "breached" | "cancelled";
                                targetMin: number;
                                warnAt: string | null;
                            }[];
                            content: string;
                            customer: {
                                contact: string;
                                /** Format: uuid */
                                id: string;
                                name: string;
                                tickets: number;
                                /** @enum {string} */
                                value: "new" | "regular" | "vip";
                            } | null;
                            customerName: string;
                            cycle: number;
                            draft: boolean;
                            escalation: number;
                            excerpt: string;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "praise" | "suggestion" | "complaint" | "inquiry" | "emergency";
                            /** @enum {string} */
                            language: "zh-CN" | "zh-TW" | "en";
                            lateReason: string;
                            mergedInto: {
                                /** Format: uuid */
                                id: string;
                                number: string;
                            } | null;
                            missing: ("mood" | "category" | "content" | "photos" | "contact" | "name" | "purchasedAt" | "orderNumber" | "wants" | "table")[];
                            missingFacts: ("root_cause" | "measure" | "satisfaction_asked" | "evidence" | "tasks_done")[];
                            mood: ("good" | "fair" | "bad") | null;
                            number: string;
                            /** Format: date-time */
                            openedAt: string;
                            openTasks: number;
                            orderNumber: string;
                            otherTickets: {
                                /** Format: uuid */
                                id: string;
                                number: string;
                                /** Format: date-time */
                                openedAt: string;
                                /** @enum {string} */
                                status: "new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside";
                                title: string;
                            }[];
                            photos: number;
                            place: string;
                            playbookVersion: number;
                            /** @enum {string} */
                            priority: "P1" | "P2" | "P3" | "P4";
                            proposal: {
                                /** Format: date-time */
                                at: string;
                                closesAt: string | null;
                                text: string;
                            } | null;
                            purchasedAt: string | null;
                            rating: {
                                stars: number;
                                words: string;
                            } | null;
                            ruleName: string;
                            shop: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            stars: number | null;
                            /** @enum {string} */
                            status: "new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside";
                            /** @enum {string} */
                            step: "collect" | "classify" | "assign" | "handle" | "confirm" | "revisit";
                            tags: string[];
                            teamName: string;
                            title: string;
                            together: string[];
                            triage: {
                                /** @enum {string} */
                                by: "rules" | "person";
                                byName: string;
                                categories: {
                                    key: string;
                                    name: string;
                                }[];
                                impact: number;
                                impactName: string;
                                /** @enum {string} */
                                kind: "praise" | "suggestion" | "complaint" | "inquiry" | "emergency";
                                kindName: string;
                                /** @enum {string} */
                                priority: "P1" | "P2" | "P3" | "P4";
                                reasons: {
                                    /** @enum {string} */
                                    kind: "word" | "stars" | "mood" | "channel" | "choice" | "rule" | "person";
                                    says: string;
                                    text: string;
                                }[];
                                severity: number;
                                severityName: string;
                            };
                            unread: boolean;
                            /** Format: date-time */
                            updatedAt: string;
                            wants: string;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/task-owners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            people: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                onDuty: boolean;
                                openTasks: number;
                                roles: ("shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin")[];
                            }[];
                            teams: {
                                key: string;
                                name: string;
                                present: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            aboutId: string | null;
                            can: ("finish" | "change" | "cancel")[];
                            /** Format: date-time */
                            createdAt: string;
                            createdBy: string;
                            details: string;
                            doneAt: string | null;
                            doneBy: string;
                            /** Format: date-time */
                            dueAt: string;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "step" | "question" | "statement" | "opinion" | "decision" | "approval" | "revisit" | "contact" | "facts" | "legal";
                            overdue: boolean;
                            owner: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            photos: {
                                bytes: number;
                                height: number;
                                /** Format: uuid */
                                id: string;
                                mime: string;
                                name: string;
                                url: string;
                                width: number;
                            }[];
                            resources: string;
                            result: string;
                            /** @enum {string} */
                            state: "open" | "done" | "cancelled";
                            teamName: string;
                            /** Format: uuid */
                            ticketId: string;
                            title: string;
                        }[];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default  */
                        details?: string;
                        /** Format: date-time */
                        dueAt: string;
                        /**
                         * @default step
                         * @enum {string}
                         */
                        kind?: "step" | "question";
                        /** Format: uuid */
                        ownerId?: string;
                        /** @default  */
                        resources?: string;
                        team?: string;
                        title: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            aboutId: string | null;
                            can: ("finish" | "change" | "cancel")[];
                            /** Format: date-time */
                            createdAt: string;
                            createdBy: string;
                            details: string;
                            doneAt: string | null;
                            doneBy: string;
                            /** Format: date-time */
                            dueAt: string;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "step" | "question" | "statement" | "opinion" | "decision" | "approval" | "revisit" | "contact" | "facts" | "legal";
                            overdue: boolean;
                            owner: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            photos: {
                                bytes: number;
                                height: number;
                                /** Format: uuid */
                                id: string;
                                mime: string;
                                name: string;
                                url: string;
                                width: number;
                            }[];
                            resources: string;
                            result: string;
                            /** @enum {string} */
                            state: "open" | "done" | "cancelled";
                            teamName: string;
                            /** Format: uuid */
                            ticketId: string;
                            title: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            fits: boolean;
                            key: string;
                            name: string;
                            scenario: string;
                            text: string;
                            tone: string;
                            words: string;
                        }[];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/triage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        categories: string[];
                        impact: number;
                        /** @enum {string} */
                        kind: "praise" | "suggestion" | "complaint" | "inquiry" | "emergency";
                        /** @default  */
                        reason?: string;
                        severity: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            accused: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            alarm: {
                                level: number;
                                /** Format: date-time */
                                since: string;
                                takenAt: string | null;
                                takenBy: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                            } | null;
                            assignee: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            can: ("reply" | "note" | "triage" | "assign" | "take" | "start" | "wait" | "propose" | "accept_for_customer" | "close" | "close_despite" | "reopen" | "set_aside" | "recover" | "reveal" | "plan" | "investigate" | "assess" | "compensate" | "merge" | "tag")[];
                            category: string;
                            cause: string;
                            chain: ("shop_staff" | "agent" | "lead" | "shop_manager" | "region_manager" | "quality" | "marketing" | "advisor" | "delivery_lead" | "kitchen" | "rider" | "tech" | "finance" | "executive" | "admin")[];
                            /** @enum {string} */
                            channel: "qr" | "counter" | "website" | "api" | "wechat" | "email" | "chat" | "phone" | "sms" | "meituan" | "eleme" | "dianping" | "douyin" | "weibo" | "wechat_pay" | "mini_program" | "monitor" | "authority" | "public_post" | "salon" | "event" | "internal" | "import";
                            channelName: string;
                            clock: {
                                calendar: string;
                                cycle: number;
                                dueAt: string | null;
                                late: boolean;
                                metAt: string | null;
                                /** @enum {string} */
                                metric: "acknowledge" | "respond" | "plan" | "resolve";
                                provisional: boolean;
                                /** Format: date-time */
                                startedAt: string;
                                /** @enum {string} */
                                state: "active" | "paused" | "met" | "breached" | "cancelled";
                                targetMin: number;
                                warnAt: string | null;
                            } | null;
                            clocks: {
                                calendar: string;
                                cycle: number;
                                dueAt: string | null;
                                late: boolean;
                                metAt: string | null;
                                /** @enum {string} */
                                metric: "acknowledge" | "respond" | "plan" | "resolve";
                                provisional: boolean;
                                /** Format: date-time */
                                startedAt: string;
                                /** @enum {string} */
                                state: "active" | "paused" | "met" | "breached" | "cancelled";
                                targetMin: number;
                                warnAt: string | null;
                            }[];
                            content: string;
                            customer: {
                                contact: string;
                                /** Format: uuid */
                                id: string;
                                name: string;
                                tickets: number;
                                /** @enum {string} */
                                value: "new" | "regular" | "vip";
                            } | null;
                            customerName: string;
                            cycle: number;
                            draft: boolean;
                            escalation: number;
                            excerpt: string;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "praise" | "suggestion" | "complaint" | "inquiry" | "emergency";
                            /** @enum {string} */
                            language: "zh-CN" | "zh-TW" | "en";
                            lateReason: string;
                            mergedInto: {
                                /** Format: uuid */
                                id: string;
                                number: string;
                            } | null;
                            missing: ("mood" | "category" | "content" | "photos" | "contact" | "name" | "purchasedAt" | "orderNumber" | "wants" | "table")[];
                            missingFacts: ("root_cause" | "measure" | "satisfaction_asked" | "evidence" | "tasks_done")[];
                            mood: ("good" | "fair" | "bad") | null;
                            number: string;
                            /** Format: date-time */
                            openedAt: string;
                            openTasks: number;
                            orderNumber: string;
                            otherTickets: {
                                /** Format: uuid */
                                id: string;
                                number: string;
                                /** Format: date-time */
                                openedAt: string;
                                /** @enum {string} */
                                status: "new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside";
                                title: string;
                            }[];
                            photos: number;
                            place: string;
                            playbookVersion: number;
                            /** @enum {string} */
                            priority: "P1" | "P2" | "P3" | "P4";
                            proposal: {
                                /** Format: date-time */
                                at: string;
                                closesAt: string | null;
                                text: string;
                            } | null;
                            purchasedAt: string | null;
                            rating: {
                                stars: number;
                                words: string;
                            } | null;
                            ruleName: string;
                            shop: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            stars: number | null;
                            /** @enum {string} */
                            status: "new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside";
                            /** @enum {string} */
                            step: "collect" | "classify" | "assign" | "handle" | "confirm" | "revisit";
                            tags: string[];
                            teamName: string;
                            title: string;
                            together: string[];
                            triage: {
                                /** @enum {string} */
                                by: "rules" | "person";
                                byName: string;
                                categories: {
                                    key: string;
                                    name: string;
                                }[];
                                impact: number;
                                impactName: string;
                                /** @enum {string} */
                                kind: "praise" | "suggestion" | "complaint" | "inquiry" | "emergency";
                                kindName: string;
                                /** @enum {string} */
                                priority: "P1" | "P2" | "P3" | "P4";
                                reasons: {
                                    /** @enum {string} */
                                    kind: "word" | "stars" | "mood" | "channel" | "choice" | "rule" | "person";
                                    says: string;
                                    text: string;
                                }[];
                                severity: number;
                                severityName: string;
                            };
                            unread: boolean;
                            /** Format: date-time */
                            updatedAt: string;
                            wants: string;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/filter-choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            people: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            }[];
                            regions: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            }[];
                            tags: string[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/filter-count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    assignee?: string;
                    category?: string;
                    channel?: "qr" | "counter" | "website" | "api" | "wechat" | "email" | "chat" | "phone" | "sms" | "meituan" | "eleme" | "dianping" | "douyin" | "weibo" | "wechat_pay" | "mini_program" | "monitor" | "authority" | "public_post" | "salon" | "event" | "internal" | "import";
                    conditions?: string;
                    cursor?: string;
                    kind?: "praise" | "suggestion" | "complaint" | "inquiry" | "emergency";
                    limit?: number;
                    priority?: "P1" | "P2" | "P3" | "P4";
                    q?: string;
                    reopened?: boolean | string;
                    saved?: string;
                    shop?: string;
                    sort?: "updated" | "due" | "newest" | "oldest" | "priority";
                    status?: "new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside";
                    view?: "all" | "mine" | "team" | "unassigned" | "due_soon" | "breached" | "p1" | "waiting_customer" | "closed" | "set_aside" | "every";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            count: number;
                            more: boolean;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/todos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    overdue?: boolean | string;
                    view?: "mine" | "shop" | "given" | "done";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            next: string | null;
                            todos: {
                                aboutId: string | null;
                                can: ("finish" | "change" | "cancel")[];
                                /** Format: date-time */
                                createdAt: string;
                                createdBy: string;
                                details: string;
                                doneAt: string | null;
                                doneBy: string;
                                /** Format: date-time */
                                dueAt: string;
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "step" | "question" | "statement" | "opinion" | "decision" | "approval" | "revisit" | "contact" | "facts" | "legal";
                                opens: boolean;
                                overdue: boolean;
                                owner: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                photos: {
                                    bytes: number;
                                    height: number;
                                    /** Format: uuid */
                                    id: string;
                                    mime: string;
                                    name: string;
                                    url: string;
                                    width: number;
                                }[];
                                /** @enum {string} */
                                place: "case" | "plan" | "after";
                                resources: string;
                                result: string;
                                /** @enum {string} */
                                state: "open" | "done" | "cancelled";
                                teamName: string;
                                ticket: {
                                    /** Format: uuid */
                                    id: string;
                                    /** @enum {string} */
                                    kind: "praise" | "suggestion" | "complaint" | "inquiry" | "emergency";
                                    number: string;
                                    /** @enum {string} */
                                    priority: "P1" | "P2" | "P3" | "P4";
                                    shop: {
                                        /** Format: uuid */
                                        id: string;
                                        name: string;
                                    } | null;
                                    title: string;
                                };
                                /** Format: uuid */
                                ticketId: string;
                                title: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/todos/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            open: number;
                            overdue: number;
                            /** @enum {string} */
                            reach: "own" | "shop" | "brand";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/feedback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        category?: string;
                        contact?: string;
                        /** @default  */
                        content?: string;
                        /**
                         * @default zh-CN
                         * @enum {string}
                         */
                        locale?: "zh-CN" | "zh-TW" | "en";
                        /** @enum {string} */
                        mood?: "good" | "fair" | "bad";
                        name?: string;
                        orderNumber?: string;
                        /** Format: date-time */
                        purchasedAt?: string;
                        shopCode?: string;
                        source?: string;
                        stars?: number;
                        table?: string;
                        wants?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            acknowledgement: string;
                            /** Format: date-time */
                            expectedAt: string;
                            missing: ("mood" | "category" | "content" | "photos" | "contact" | "name" | "purchasedAt" | "orderNumber" | "wants" | "table")[];
                            number: string;
                            progress: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/feedback/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    number: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            expectedAt: string | null;
                            /** @enum {string} */
                            kind: "praise" | "suggestion" | "complaint" | "inquiry" | "emergency";
                            number: string;
                            /** Format: date-time */
                            openedAt: string;
                            /** @enum {string} */
                            priority: "P1" | "P2" | "P3" | "P4";
                            /** @enum {string} */
                            status: "new" | "triaged" | "assigned" | "in_progress" | "waiting_customer" | "proposed" | "resolved" | "closed" | "reopened" | "merged" | "set_aside";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: never;
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
