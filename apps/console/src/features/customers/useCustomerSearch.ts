import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { execute } from '../../data/execute';
import { CustomerSearchDocument } from '../../graphql/generated/graphql';

export function useDebounced<T>(value: T, milliseconds: number): T {
  const [late, setLate] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setLate(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return late;
}

/** Customers by name, number, address or phone; from two characters on. The words stay out of the address bar. */
export function useCustomerSearch(words: string) {
  const search = useDebounced(words.trim(), 150);
  return useQuery({
    queryKey: ['customerSearch', search],
    enabled: search.length >= 2,
    placeholderData: keepPreviousData,
    gcTime: 60_000,
    queryFn: ({ signal }) => execute(CustomerSearchDocument, { search }, signal),
  });
}
