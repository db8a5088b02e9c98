/** How often a line is billed. Money is compared per period; amounts of different periods are never added up for proof. */
export const billingPeriods = ['oneOff', 'weekly', 'monthly', 'quarterly', 'yearly'] as const;

export type BillingPeriod = (typeof billingPeriods)[number];
