/** The roles an account can have. Guests have no account. */
export const ACCOUNT_ROLES = ['trainee', 'trainer', 'coach', 'admin'] as const;
